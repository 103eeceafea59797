import type { Edge, Gap, GapEnd, PiEvent, WatchdogTimeout } from "../records.ts";

/** What a queue can hold. */
export type FeedRecord = Edge | WatchdogTimeout | PiEvent | Gap;

interface Waiting<T> {
	resolve(result: IteratorResult<T, undefined>): void;
	reject(error: unknown): void;
}

/**
 * Holds records for a consumer that takes them one by one. It is bounded: when it is full, the oldest records give way
 * to one gap that says how many they were.
 */
export class RecordQueue<T extends FeedRecord> {
	readonly #limit: number;
	#records: (T | Gap)[] = [];
	/** Index of the oldest record that is still there. */
	#head = 0;
	#dropped: { readonly from: GapEnd; readonly to: GapEnd; readonly dropped: number } | undefined;
	readonly #waiting: Waiting<T | Gap>[] = [];
	#isEnded = false;
	#failure: { readonly error: unknown } | undefined;

	constructor(limit: number) {
		this.#limit = limit;
	}

	push(record: T | Gap): void {
		if (this.#isEnded) return;
		const waiting = this.#waiting.shift();
		if (waiting !== undefined) {
			waiting.resolve({ done: false, value: record });
			return;
		}
		this.#records.push(record);
		if (this.#records.length - this.#head > this.#limit) this.#drop();
	}

	/** No more records come. What is there can still be taken. */
	end(): void {
		this.#isEnded = true;
		for (const { resolve } of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
	}

	/** Ends it at once: who takes next gets the error. */
	fail(error: unknown): void {
		if (this.#isEnded) return;
		this.clear();
		const waiting = this.#waiting.shift();
		if (waiting === undefined) this.#failure = { error };
		else waiting.reject(error);
		this.end();
	}

	/** Forgets what is there. */
	clear(): void {
		this.#records = [];
		this.#head = 0;
		this.#dropped = undefined;
	}

	/** The oldest record, as soon as there is one. */
	take(): Promise<IteratorResult<T | Gap, undefined>> {
		const value = this.#shift();
		if (value !== undefined) return Promise.resolve({ done: false, value });
		const failure = this.#failure;
		this.#failure = undefined;
		if (failure !== undefined) return Promise.reject(failure.error);
		if (this.#isEnded) return Promise.resolve({ done: true, value: undefined });
		return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
	}

	#shift(): T | Gap | undefined {
		if (this.#dropped !== undefined) {
			const gap: Gap = { kind: "gap", cause: "slowReader", ...this.#dropped };
			this.#dropped = undefined;
			return gap;
		}
		const record = this.#records[this.#head];
		if (record !== undefined) this.#advance();
		return record;
	}

	#drop(): void {
		const record = this.#records[this.#head];
		if (record === undefined) return;
		this.#advance();
		const { from, to } = extentOf(record);
		this.#dropped = { from: this.#dropped?.from ?? from, to, dropped: (this.#dropped?.dropped ?? 0) + 1 };
	}

	/** Lets go of what was taken, seldom enough that it costs the same however many wait. */
	#advance(): void {
		this.#head++;
		if (this.#head < this.#limit && this.#head < this.#records.length) return;
		this.#records = this.#records.slice(this.#head);
		this.#head = 0;
	}
}

function extentOf(record: FeedRecord): { readonly from: GapEnd; readonly to: GapEnd } {
	if (record.kind === "gap") return { from: record.from, to: record.to ?? record.from };
	const moment = { time: record.time, epoch: record.epoch };
	return { from: moment, to: moment };
}
