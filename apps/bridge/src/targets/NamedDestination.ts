import { DEFAULT_PORT, type Destination } from "@gpioscope/client";
import {
	formatTargetAddress,
	parseTargetAddress,
	type TargetProblem,
	targetNameProblem,
} from "@gpioscope/protocol";

/** Where a pigpiod is, and what to call it; its host when nobody said. */
export interface NamedDestination {
	readonly destination: Destination;
	readonly name?: string;
}

/** Reads `host[:port]` or `name=host[:port]`. */
export function readPiOption(text: string): NamedDestination | TargetProblem {
	const [, name, address = ""] = /^(?:([^=]*)=)?(.*)$/s.exec(text) ?? [];
	const problem = name === undefined ? undefined : targetNameProblem(name);
	if (problem !== undefined) return { problem };
	const destination = parseTargetAddress(address);
	if ("problem" in destination) return destination;
	return name === undefined ? { destination } : { destination, name: name.trim() };
}

/** What a pigpiod is called when nobody said. */
export function nameOf(destination: Destination): string {
	return destination.port === DEFAULT_PORT ? destination.host : formatTargetAddress(destination);
}
