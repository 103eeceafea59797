import { FileError } from "../Format.ts";
import { ByteQueue } from "../zip/ByteQueue.ts";
import {
	COUNT_BYTES,
	fileHeader,
	IDENTIFIER,
	type Stretch,
	stretchHeader,
	TRANSITION_BYTES,
	TYPE_DIGITAL,
	wideStretchHeader,
} from "./layout.ts";

/** Ticks of a read capture in a second: nanoseconds. */
const TICKS = 1e9;
/** Times beyond this, in seconds, are damage: 30 years. */
const LATEST = 1e9;

/** A stretch that is being read. */
interface Growing {
	readonly level: 0 | 1;
	readonly begin: number;
	readonly end: number;
	readonly count: number;
	readonly parts: Float64Array[];
	got: number;
	last: number;
}

/** Reads the file of one line, in pieces. Times become nanoseconds. */
export class LineReader {
	readonly #place: string;
	readonly #queue = new ByteQueue();
	readonly #stretches: Stretch[] = [];
	#version: number | undefined;
	#isAnalog = false;
	#left = 0;
	#growing: Growing | undefined;
	#isDone = false;

	/** @param place what errors name. */
	constructor(place: string) {
		this.#place = place;
	}

	/** Whether the file has voltages; then it has no stretches. */
	get isAnalog(): boolean {
		return this.#isAnalog;
	}

	push(piece: Uint8Array): void {
		this.#queue.push(piece.slice());
		while (!this.#isDone && !this.#isAnalog && this.#take()) {}
	}

	/** @throws FileError when the file was cut off. */
	end(): readonly Stretch[] {
		if (this.#version === undefined && !this.#isAnalog)
			throw this.#error("This is not a binary export of Saleae.");
		if (!this.#isDone && !this.#isAnalog) {
			const { got, count } = this.#growing ?? {};
			const where = count === undefined ? "before a stretch" : `after ${got} of ${count} transitions`;
			throw this.#error(`The file was cut off ${where}.`);
		}
		return this.#stretches;
	}

	/** Takes the next part of the file. Returns false when more bytes are needed. */
	#take(): boolean {
		if (this.#version === undefined) return this.#takeHeader();
		if (this.#growing === undefined) return this.#takeStretch(this.#version);
		return this.#takeTransitions(this.#growing);
	}

	#takeHeader(): boolean {
		const head = this.#queue.peek(fileHeader.bytes);
		if (head === undefined) return false;
		const view = viewOf(head);
		if (String.fromCharCode(...head.subarray(0, IDENTIFIER.length)) !== IDENTIFIER)
			throw this.#error("This is not a binary export of Saleae.");
		const version = view.getInt32(fileHeader.version, true);
		if (version !== 0 && version !== 1)
			throw this.#error(`Version ${version} of the binary export is unknown; 0 and 1 can be read.`);
		const type = view.getInt32(fileHeader.type, true);
		this.#isAnalog = type !== TYPE_DIGITAL;
		if (this.#isAnalog) return false;
		const whole = fileHeader.bytes + (version === 1 ? COUNT_BYTES : 0);
		const bytes = this.#queue.take(whole);
		if (bytes === undefined) return false;
		this.#left = version === 1 ? Number(viewOf(bytes).getBigUint64(fileHeader.bytes, true)) : 1;
		this.#version = version;
		this.#isDone = this.#left === 0;
		return true;
	}

	#takeStretch(version: number): boolean {
		const layout = version === 0 ? stretchHeader : wideStretchHeader;
		const bytes = this.#queue.take(layout.bytes);
		if (bytes === undefined) return false;
		const view = viewOf(bytes);
		const begin = this.#ticks(view.getFloat64(layout.begin, true), "A stretch");
		const end = this.#ticks(view.getFloat64(layout.end, true), "A stretch");
		const before = this.#stretches.at(-1)?.end ?? Number.NEGATIVE_INFINITY;
		if (end < begin || begin < before) throw this.#error("Time goes back from one stretch to the next.");
		this.#growing = {
			level: view.getUint32(layout.level, true) === 0 ? 0 : 1,
			begin,
			end,
			count: Number(view.getBigUint64(layout.count, true)),
			parts: [],
			got: 0,
			last: begin,
		};
		return true;
	}

	#takeTransitions(growing: Growing): boolean {
		const missing = growing.count - growing.got;
		const count = Math.min(missing, Math.floor(this.#queue.length / TRANSITION_BYTES));
		if (count === 0 && missing > 0) return false;
		const bytes = this.#queue.take(count * TRANSITION_BYTES) ?? new Uint8Array(0);
		const view = viewOf(bytes);
		const times = new Float64Array(count);
		let { last } = growing;
		for (let at = 0; at < count; at++) {
			const time = this.#ticks(view.getFloat64(at * TRANSITION_BYTES, true), "A transition");
			if (time < last) throw this.#error(`Time goes back at transition ${growing.got + at + 1}.`);
			last = time;
			times[at] = time;
		}
		growing.parts.push(times);
		growing.got += count;
		growing.last = last;
		if (growing.got < growing.count) return true;
		const { level, begin, end, parts } = growing;
		this.#stretches.push({ level, begin, end: Math.max(end, last), times: joinTimes(parts, growing.count) });
		this.#growing = undefined;
		this.#left--;
		this.#isDone = this.#left === 0;
		return true;
	}

	#ticks(seconds: number, what: string): number {
		if (!(Math.abs(seconds) < LATEST)) throw this.#error(`${what} is at ${seconds} s, which makes no sense.`);
		return Math.round(seconds * TICKS);
	}

	#error(reason: string): FileError {
		return new FileError(reason, this.#place);
	}
}

function joinTimes(parts: readonly Float64Array[], count: number): Float64Array {
	const joined = new Float64Array(count);
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
