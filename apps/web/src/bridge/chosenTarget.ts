import type { TargetFacts } from "@gpioscope/protocol";

/** Which of the bridge's Pis a page is about: the one that it wants, else the first. */
export function chosenTarget(
	targets: readonly TargetFacts[],
	wanted: string | undefined,
): TargetFacts | undefined {
	return targets.find(({ id }) => id === wanted) ?? targets[0];
}
