import type { EdgeBatch } from "../measure/walkEdges.ts";
import type { DerivedQuantity } from "./DerivedColumns.ts";

/** Takes a value that holds throughout [start, end). */
export type TakeValue = (start: number, end: number, value: number) => void;

/** Hands on what a batch of edges says of a quantity other than the rate. @param ticksPerMicro of the capture */
export function deriveItems(
	{ times, first, end, level, earliest }: EdgeBatch,
	quantity: Exclude<DerivedQuantity, "changeRate">,
	isInverted: boolean,
	ticksPerMicro: number,
	take: TakeValue,
): void {
	let isRise = (level === 1) !== isInverted;
	for (let at = first; at < end; at++, isRise = !isRise) {
		const now = times[at] as number;
		const before = times[at - 1] as number;
		const earlier = times[at - 2] as number;
		const hasPulse = at - 1 >= earliest;
		const hasPeriod = at - 2 >= earliest;
		switch (quantity) {
			case "frequency":
				if (isRise && hasPeriod && now > earlier) take(earlier, now, (1e6 * ticksPerMicro) / (now - earlier));
				break;
			case "duty":
				if (isRise && hasPeriod && now > earlier)
					take(earlier, now, (100 * (before - earlier)) / (now - earlier));
				break;
			case "highWidth":
			case "lowWidth": {
				// At its end a pulse has its width; until the next one begins that is the last known one.
				const isEnd = isRise === (quantity === "lowWidth");
				if (isEnd && hasPulse) take(before, now, (now - before) / ticksPerMicro);
				else if (!isEnd && hasPeriod) take(before, now, (before - earlier) / ticksPerMicro);
				break;
			}
		}
	}
}
