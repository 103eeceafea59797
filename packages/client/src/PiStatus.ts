import type { ConnectionCause } from "@gpioscope/protocol";
import type { StallCause } from "./EventProbe.ts";

/** What is known of a daemon while it is connected. */
export interface Connected {
	/** Which of the host's addresses answered. */
	readonly address: string;
	/** Counts up when pigpiod restarts or its ticks jump back. */
	readonly epoch: number;
	/** What PIGPV answered, 79 for the last release. */
	readonly version: number;
	/** What HWVER answered: the board's revision code. */
	readonly revision: number;
	/** Milliseconds since 1970. */
	readonly since: number;
}

/** The connection to one pigpiod: exactly one of these. */
export type PiStatus =
	| { readonly kind: "connecting"; readonly attempt: number }
	| ({ readonly kind: "live" } & Connected)
	/** Nothing is answered, or commands are but reports have stopped: another program does not read its own. */
	| ({ readonly kind: "stalled"; readonly cause: StallCause } & Connected)
	| {
			readonly kind: "disconnected";
			readonly cause: ConnectionCause;
			/** Attempts made in vain since the last connection. */
			readonly attempt: number;
			/** When the next attempt starts, milliseconds since 1970; Infinity where it is only waited for. */
			readonly retryAt: number;
	  }
	| { readonly kind: "closed" };
