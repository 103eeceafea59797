import type { CommandName } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import type { Micros } from "../devices/Device.ts";
import type { Request } from "./Request.ts";

/**
 * What a command answers: its result, or data (the result is then its length). `Later` and `Outside` keep the
 * connection waiting, as the daemon's own delays do.
 */
export type Reply = number | Uint8Array | Later | Outside;

/** An answer that comes at a later moment. */
export class Later {
	/** When the answer is made. */
	readonly time: Micros;
	readonly finish: () => Reply;

	constructor(time: Micros, finish: () => Reply) {
		this.time = time;
		this.finish = finish;
	}
}

/**
 * An answer that waits for something outside of the simulated world, such as a program. It comes at whatever moment
 * simulated time has reached by then; with a virtual clock no time passes unless somebody lets it.
 */
export class Outside {
	/** Begins to wait; `done` is called once, never before this has returned. */
	readonly begin: (done: (reply: number) => void) => void;

	constructor(begin: (done: (reply: number) => void) => void) {
		this.begin = begin;
	}
}

/**
 * Performs one command. Handlers see the words as they came, not checked arguments: what the daemon makes of
 * senseless ones, and in which order it notices, is what they are about.
 */
export type Handler = (daemon: Daemon, request: Request) => Reply;

/** Handlers of a group of commands. */
export type HandlersOf<N extends CommandName> = { readonly [Name in N]: Handler };
