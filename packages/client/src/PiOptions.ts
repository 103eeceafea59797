import { PIGPIOD_PORT } from "@gpioscope/protocol";
import type { Clock } from "./clock.ts";
import type { Destination } from "./connectionCauses.ts";

/** Where pigpiod is, and how to talk to it. */
export interface PiOptions {
	/** Default: PIGPIO_ADDR of the environment, else localhost, which is tried as ::1 and 127.0.0.1. */
	readonly host?: string;
	/** Default: PIGPIO_PORT of the environment, else 8888. */
	readonly port?: number;
	/** How long to wait for a connection and for each answer, in milliseconds. Default 5000. */
	readonly timeoutMs?: number;
	readonly clock?: Clock;
	/** 0 to 1, for the pauses between attempts to connect. */
	readonly random?: () => number;
	/** Hears of trouble that no caller waits for, for example that a filter could not be restored. */
	readonly onProblem?: (error: unknown) => void;
}

/** pigpiod's port unless it was started with -p. */
export const DEFAULT_PORT = PIGPIOD_PORT;

/** Where options and environment say that pigpiod is. */
export function destinationOf({ host, port }: PiOptions): Destination {
	const fromEnvironment = Number(process.env["PIGPIO_PORT"] ?? DEFAULT_PORT);
	return {
		host: host ?? (process.env["PIGPIO_ADDR"] || "localhost"),
		port: port ?? (Number.isInteger(fromEnvironment) ? fromEnvironment : DEFAULT_PORT),
	};
}
