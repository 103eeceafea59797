import type { PinFacts } from "@gpioscope/protocol";

/** Where the shown pull of a pin comes from; pulls cannot be read back. `time` prints a wall clock time. */
export function pullProvenance(facts: PinFacts | undefined, time: (at: number) => string): string {
	const pull = facts?.pull;
	if (pull === undefined) return "unknown; cannot be read back";
	if (pull.source === "power-on default") return "power-on default; cannot be read back";
	const changed = facts?.changedBy;
	const at = changed?.pigs.startsWith("pud ") ? ` at ${time(changed.at)}` : "";
	return `set here${at}; cannot be read back`;
}
