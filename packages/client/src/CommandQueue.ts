import type { ResponseFrame } from "@gpioscope/protocol";
import { CommandTimeoutError, ReplyMismatchError } from "./errors.ts";

/** A request that was sent and waits for its reply. */
export interface PendingRequest {
	/** For messages only. */
	readonly command: string;
	readonly code: number;
	readonly p1: number;
	readonly p2: number;
	/** Moment of the client's clock at which waiting ends. */
	readonly deadlineMs: number;
	readonly timeoutMs: number;
	resolve(frame: ResponseFrame): void;
	reject(error: Error): void;
}

interface Entry extends PendingRequest {
	expired: boolean;
}

/** The daemon clips counts to its buffer and echoes what it clipped to. */
const LARGEST_ECHOED_COUNT = 65_535;

/**
 * Pairs replies with requests. pigpiod answers one connection strictly in order, so this is a queue: the reply that
 * arrives belongs to the oldest request. It knows no socket and no timer.
 */
export class CommandQueue {
	#entries: (Entry | undefined)[] = [];
	#head = 0;

	/** Requests that wait, those given up included. */
	get length(): number {
		return this.#entries.length - this.#head;
	}

	/** Deadline of the oldest request that waits. */
	get oldestDeadlineMs(): number | undefined {
		return this.#entries[this.#head]?.deadlineMs;
	}

	add(request: PendingRequest): void {
		this.#entries.push(Object.assign(request, { expired: false }));
	}

	/**
	 * Settles the oldest request. The reply of one that was given up is swallowed, so it cannot shift later ones.
	 * @throws ReplyMismatchError when the reply answers something else; nothing is settled then
	 */
	settle(frame: ResponseFrame): void {
		const entry = this.#entries[this.#head];
		if (entry === undefined) throw new ReplyMismatchError(`A reply to command ${frame.code} came unasked.`);
		if (!answers(frame, entry)) {
			throw new ReplyMismatchError(
				`The reply is to command ${frame.code} (${frame.p1}, ${frame.p2}), the request was ${entry.command} ` +
					`(${entry.p1}, ${entry.p2}).`,
			);
		}
		this.#entries[this.#head++] = undefined;
		this.#compact();
		if (!entry.expired) entry.resolve(frame);
	}

	/** Gives up every request whose deadline has passed. Their places stay, for the late replies. */
	expire(nowMs: number): void {
		for (let i = this.#head; i < this.#entries.length; i++) {
			const entry = this.#entries[i];
			if (entry === undefined || entry.expired || entry.deadlineMs > nowMs) continue;
			entry.expired = true;
			entry.reject(new CommandTimeoutError(entry.command, entry.timeoutMs));
		}
	}

	/** Ends every wait, because the connection is gone. */
	failAll(error: Error): void {
		const entries = this.#entries.slice(this.#head);
		this.#entries = [];
		this.#head = 0;
		for (const entry of entries) if (entry !== undefined && !entry.expired) entry.reject(error);
	}

	#compact(): void {
		if (this.#head === this.#entries.length) {
			this.#entries.length = 0;
			this.#head = 0;
		} else if (this.#head >= 4096 && this.#head * 2 >= this.#entries.length) {
			this.#entries.splice(0, this.#head);
			this.#head = 0;
		}
	}
}

function answers(frame: ResponseFrame, request: PendingRequest): boolean {
	return frame.code === request.code && echoes(frame.p1, request.p1) && echoes(frame.p2, request.p2);
}

function echoes(echoed: number, sent: number): boolean {
	return echoed === sent || (sent > LARGEST_ECHOED_COUNT && echoed === LARGEST_ECHOED_COUNT);
}
