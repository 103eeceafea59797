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

/**
 * The table as text: a head and a line for each lane, plain numbers.
 *
 * @param separator between fields: a comma for CSV, a tab for the clipboard
 */
export function tableText(
	lanes: readonly ChannelMeasurement[],
	columns: readonly Measure[],
	nameOf: (channel: number) => string,
	separator: "," | "\t",
): string {
	const rows = [
		["lane", "channel", ...columns.map(({ exported }) => exported)],
		...lanes.map((lane) => [
			nameOf(lane.channel),
			String(lane.channel),
			...columns.map((measure) => String(measure.value(lane) ?? "")),
		]),
	];
	return rows.map((row) => `${row.map((field) => quoted(field, separator)).join(separator)}\n`).join("");
}

function quoted(field: string, separator: string): string {
	const needsQuotes = field.includes(separator) || /["\r\n]/.test(field);
	return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}
