import type { ResponseFrame } from "@gpioscope/protocol";
import { CommandTimeoutError, ReplyMismatchError } from "./errors.ts";

/** A request that was sent and waits for its reply. */
export interface QueuedRequest {
	/** Of its command, for messages. */
	readonly name: string;
	/** As they were sent; the header is compared with the reply's. */
	readonly bytes: Uint8Array;
	/** Moment of the client's clock at which waiting ends. */
	readonly deadlineMs: number;
	readonly timeoutMs: number;
	/** Nobody waits for it any more. */
	readonly isSettled: boolean;
	settle(frame: ResponseFrame): void;
	fail(error: Error): void;
}

/** The daemon clips counts to its buffer and echoes what it clipped to. */
const LARGEST_ECHOED_COUNT = 65_535;

/**
 * Pairs replies with requests. pigpiod answers one connection strictly in order, so this is a queue: the reply that
 * arrives belongs to the oldest request. It knows no socket and no timer.
 */
export class CommandQueue<R extends QueuedRequest = QueuedRequest> {
	#requests: (R | undefined)[] = [];
	#head = 0;
	/** No deadline lies before this moment. */
	#nextDeadlineMs = Number.POSITIVE_INFINITY;

	/** Requests that wait, those given up included. */
	get length(): number {
		return this.#requests.length - this.#head;
	}

	/** The one whose reply comes next. */
	get oldest(): R | undefined {
		return this.#requests[this.#head];
	}

	/** Whether a reply is awaited, by its caller or no longer, to such a request. */
	isAwaiting(matches: (request: R) => boolean): boolean {
		return this.#requests.some((request) => request !== undefined && matches(request));
	}

	add(request: R): void {
		this.#requests.push(request);
		if (request.deadlineMs < this.#nextDeadlineMs) this.#nextDeadlineMs = request.deadlineMs;
	}

	/**
	 * Settles the oldest request. One that was given up takes its reply all the same, so it cannot shift later ones.
	 * @throws ReplyMismatchError when the reply answers something else; nothing is settled then
	 */
	settle(frame: ResponseFrame): void {
		const request = this.#requests[this.#head];
		if (request === undefined) throw new ReplyMismatchError(`A reply to command ${frame.code} came unasked.`);
		const { bytes } = request;
		const [p1, p2] = [wordAt(bytes, 4), wordAt(bytes, 8)];
		if (frame.code !== wordAt(bytes, 0) || !echoes(frame.p1, p1) || !echoes(frame.p2, p2)) {
			throw new ReplyMismatchError(
				`The reply is to command ${frame.code} (${frame.p1}, ${frame.p2}), the request was ${request.name} ` +
					`(${p1}, ${p2}).`,
			);
		}
		this.#requests[this.#head++] = undefined;
		this.#compact();
		request.settle(frame);
	}

	/** Gives up every request whose deadline has passed. Their places stay, for the late replies. */
	expire(nowMs: number): void {
		if (nowMs < this.#nextDeadlineMs) return;
		this.#nextDeadlineMs = Number.POSITIVE_INFINITY;
		for (let i = this.#head; i < this.#requests.length; i++) {
			const request = this.#requests[i];
			if (request === undefined || request.isSettled) continue;
			const { deadlineMs } = request;
			if (deadlineMs <= nowMs) request.fail(new CommandTimeoutError(request.name, request.timeoutMs));
			else if (deadlineMs < this.#nextDeadlineMs) this.#nextDeadlineMs = deadlineMs;
		}
	}

	/** Ends every wait, because the connection is gone. */
	failAll(error: Error): void {
		const requests = this.#requests.slice(this.#head);
		this.#requests = [];
		this.#head = 0;
		for (const request of requests) request?.fail(error);
	}

	#compact(): void {
		if (this.#head === this.#requests.length) {
			this.#requests.length = 0;
			this.#head = 0;
		} else if (this.#head >= 4096 && this.#head * 2 >= this.#requests.length) {
			this.#requests.splice(0, this.#head);
			this.#head = 0;
		}
	}
}

function echoes(echoed: number, sent: number): boolean {
	return echoed === sent || (sent > LARGEST_ECHOED_COUNT && echoed === LARGEST_ECHOED_COUNT);
}

function wordAt(bytes: Uint8Array, offset: number): number {
	return (
		((bytes[offset] ?? 0) |
			((bytes[offset + 1] ?? 0) << 8) |
			((bytes[offset + 2] ?? 0) << 16) |
			((bytes[offset + 3] ?? 0) << 24)) >>>
		0
	);
}
