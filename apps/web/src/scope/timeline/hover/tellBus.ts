import { formatSpan } from "@gpioscope/logic";
import { shownCapture } from "../../../bridge/index.ts";
import { otherHeldLevels } from "../../compare/otherAt.ts";
import { timeText } from "../../currentZero.ts";
import { busBits, busMask, busReadings, busText, busValue } from "../../lanes/busValue.ts";
import type { BusRow } from "../../lanes/laneLayout.ts";
import type { Side, Told } from "./Told.ts";

/** The value of a bus at a time; undefined where one of its lines is unknown. */
export async function tellBus(row: BusRow, side: Side, time: number): Promise<Told | undefined> {
	const { radix, top } = row.bus;
	const bits = busBits(row.channels, top);
	const held =
		side === "other"
			? await otherHeldLevels(row.channels, time)
			: await shownCapture.heldLevels(busMask(bits), time);
	if (held === undefined) return undefined;
	const numberOf = (levels: number): number => busValue(levels ^ row.inverted, bits);
	const { start, end, before, after } = held;
	const span = formatSpan(end - start);
	return {
		start,
		end,
		overGap: false,
		texts: () => [
			...busReadings(numberOf(held.levels), bits.length, radix),
			before === undefined || after === undefined ? `at least ${span}` : span,
			`${before === undefined ? "known since" : "since"} ${timeText(start)}`,
			...(before === undefined ? [] : [`from ${busText(numberOf(before), bits.length, radix)}`]),
			...(after === undefined ? [] : [`to ${busText(numberOf(after), bits.length, radix)}`]),
		],
	};
}
