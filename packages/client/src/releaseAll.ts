import { type Invocation, PigpioError } from "@gpioscope/protocol";
import { CommandTimeoutError, ConnectionError } from "./errors.ts";
import type { Holdings } from "./Holdings.ts";
import type { Call } from "./PiTransport.ts";

/**
 * Gives back everything that a client has in the daemon: stops its scripts and the wave being sent if it is one of its
 * own, whose memory the next wave would overwrite; then closes all. What cannot be reached is left.
 */
export async function releaseAll(holdings: Holdings, call: Call): Promise<void> {
	const run = ({ name, args }: Invocation) => tolerate(call(name, args));
	// The answers also mean that everything asked for before has come, and is in the holdings.
	const [current] = await Promise.all([
		tolerate(call("getCurrentWave", {})),
		...holdings.of("script").map(({ id }) => tolerate(call("stopScript", { script: id }))),
	]);
	const isOwnWave = holdings.of("wave").some(({ id }) => id === current);
	await Promise.all([...(isOwnWave ? [tolerate(call("stopWave", {}))] : []), ...holdings.closers().map(run)]);
}

/** What pigpiod refuses to close is closed already; what it does not answer is beyond reach. */
async function tolerate<T>(result: Promise<T>): Promise<T | undefined> {
	try {
		return await result;
	} catch (error) {
		if (error instanceof PigpioError) return undefined;
		if (error instanceof ConnectionError || error instanceof CommandTimeoutError) return undefined;
		throw error;
	}
}
