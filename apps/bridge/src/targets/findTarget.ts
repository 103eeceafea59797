import { connect, DEFAULT_PORT, type Destination } from "@gpioscope/client";
import { formatTargetAddress } from "@gpioscope/protocol";
import { type Simulator, startSimulator } from "@gpioscope/simulator";
import type { Source } from "../config.ts";
import { nameOf } from "./NamedDestination.ts";

/** The pigpiod that was chosen. */
export interface Found {
	readonly name: string;
	/** What a name that people give it is kept under: the simulated one has another port at each start. */
	readonly nameKey: string;
	readonly destination: Destination;
	/** The embedded one, when it is that. */
	readonly simulator?: Simulator;
}

const LOCAL_PATIENCE_MS = 1000;

/** Decides which pigpiod to use; starts the simulated one when there is no other. */
export async function findTarget(
	source: Source,
	bench: string,
	onError: (error: unknown) => void,
	local: Destination = { host: "localhost", port: DEFAULT_PORT },
): Promise<Found> {
	if (source.kind === "pi") return foundAt(source.destination, source.name);
	if (source.kind === "find" && (await answers(local))) return foundAt(local);
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench, onError });
	return {
		name: "Simulated Pi",
		nameKey: "simulated",
		destination: { host: "127.0.0.1", port: simulator.port },
		simulator,
	};
}

/** True when a pigpiod answers there. */
async function answers(destination: Destination): Promise<boolean> {
	const pi = connect({ ...destination, timeoutMs: LOCAL_PATIENCE_MS });
	try {
		await pi.connected();
		return true;
	} catch {
		// Any reason will do: there is none to be used.
		return false;
	} finally {
		await pi.close();
	}
}

function foundAt(destination: Destination, name = nameOf(destination)): Found {
	return { name, nameKey: formatTargetAddress(destination), destination };
}
