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

	/** @param timeoutMs how long was waited, where that is known */
	constructor(command: string, timeoutMs?: number) {
		super(
			`pigpiod did not answer ${command} ${timeoutMs === undefined ? "in time" : `within ${timeoutMs} ms`}.`,
		);
	}
}

/** Somebody else who uses this client builds a wave and has not ended; the command was not sent. */
export class WaveBusyError extends Error {
	override readonly name = "WaveBusyError";

	constructor(command: string, timeoutMs: number) {
		super(
			`${command} waited ${timeoutMs} ms while another wave was being built. ` +
				"A wave transaction must end: look for one that waits for something else.",
		);
	}
}

/** pigpiod has all the waves it has room for; at the next it would crash, so that was not sent. */
export class WaveLimitError extends Error {
	override readonly name = "WaveLimitError";

	constructor(limit: number) {
		super(
			`pigpiod has ${limit} waves, and would crash at the next. Delete waves, the newest first, ` +
				"or clear all with clearWaves, those of other programs too.",
		);
	}
}

/** Other programs changed the waveform each time while a wave was being built. */
export class WaveInterferenceError extends Error {
	override readonly name = "WaveInterferenceError";

	constructor(attempts: number) {
		super(
			`Another program builds waves on this pigpiod at the same time: ${attempts} attempts were spoilt. ` +
				"Try again when it has ended, or let only one program make waves.",
		);
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

/** Something that was opened in pigpiod is there no longer, or was closed. */
export class StaleHandleError extends Error {
	override readonly name = "StaleHandleError";
}
