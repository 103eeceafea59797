import type { ConnectionCause } from "@gpioscope/protocol";

/** No connection could be made, or it broke: its cause is in words for people. */
export class ConnectionError extends Error {
	override readonly name = "ConnectionError";
	readonly reason: ConnectionCause;

	constructor(reason: ConnectionCause, options?: ErrorOptions) {
		super(`${reason.message} ${reason.remedy}`, options);
		this.reason = reason;
	}
}

/** A command was given while there is no connection. */
export class NotConnectedError extends Error {
	override readonly name = "NotConnectedError";

	constructor() {
		super("There is no connection to pigpiod.");
	}
}

/** pigpiod did not answer a command in time; it may still carry it out. */
export class CommandTimeoutError extends Error {
	override readonly name = "CommandTimeoutError";

	constructor(command: string, timeoutMs: number) {
		super(`pigpiod did not answer ${command} within ${timeoutMs} ms.`);
	}
}

/** A reply bears another header than the oldest request, so replies can no longer be paired. */
export class ReplyMismatchError extends Error {
	override readonly name = "ReplyMismatchError";
}

/** The client was closed by its owner. */
export class ClosedError extends Error {
	override readonly name = "ClosedError";

	constructor() {
		super("The client is closed.");
	}
}
