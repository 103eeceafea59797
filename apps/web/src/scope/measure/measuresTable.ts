import type { ChannelMeasurement } from "@gpioscope/logic";
import type { Measure } from "./measures.ts";

/** The lanes in the order of a column, those without a figure last. @param direction 1 upwards, -1 downwards */
export function sortedLanes(
	lanes: readonly ChannelMeasurement[],
	measure: Measure | undefined,
	direction: 1 | -1,
): readonly ChannelMeasurement[] {
	if (measure === undefined) return lanes;
	return [...lanes].sort((a, b) => {
		const [left, right] = [measure.value(a), measure.value(b)];
		if (left === undefined || right === undefined)
			return Number(left === undefined) - Number(right === undefined);
		return direction * (left - right);
	});
}

/** The table for other programs: a head and a line for each lane, plain numbers. */
export function tableRows(
	lanes: readonly ChannelMeasurement[],
	columns: readonly Measure[],
	nameOf: (channel: number) => string,
): readonly (readonly string[])[] {
	return [
		["lane", "channel", ...columns.map(({ exported }) => exported)],
		...lanes.map((lane) => [
			nameOf(lane.channel),
			String(lane.channel),
			...columns.map((measure) => String(measure.value(lane) ?? "")),
		]),
	];
}
