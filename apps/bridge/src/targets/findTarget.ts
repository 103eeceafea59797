import { connect, DEFAULT_PORT, type Destination } from "@gpioscope/client";
import { type Simulator, startSimulator } from "@gpioscope/simulator";
import type { Source } from "../config.ts";

/** The pigpiod that was chosen. */
export interface Found {
	readonly name: string;
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
	if (source.kind === "pi") return { name: nameOf(source.destination), destination: source.destination };
	if (source.kind === "find" && (await answers(local))) return { name: nameOf(local), destination: local };
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench, onError });
	return {
		name: "Simulated Pi",
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

function nameOf({ host, port }: Destination): string {
	return port === DEFAULT_PORT ? host : `${host}:${port}`;
}
