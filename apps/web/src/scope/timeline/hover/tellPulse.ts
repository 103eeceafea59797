import { formatFrequency, formatShare, type Pulse } from "@gpioscope/logic";
import { shownCapture } from "../../../bridge/index.ts";
import { otherPulseAt } from "../../compare/otherAt.ts";
import { seenPulse } from "../../figures/seen.ts";
import type { Lane } from "../../lanes/laneLayout.ts";
import { spanText } from "../../spanText.ts";
import type { Side, Told } from "./Told.ts";

/** The pulse of a lane at a time; undefined where there is none. */
export async function tellPulse(
	{ channel, inverted }: Lane,
	side: Side,
	time: number,
): Promise<Told | undefined> {
	const stored =
		side === "other" ? await otherPulseAt(channel, time) : await shownCapture.pulseAt(channel, time);
	if (stored === undefined) return undefined;
	const pulse = seenPulse(stored, inverted);
	const { start, end, period, overGap } = pulse;
	return {
		start,
		end,
		overGap,
		...(period !== undefined && { period }),
		texts: () => pulseTexts(pulse, inverted),
	};
}

/** `High 310 µs`, `Period 1.250 ms`, `800.0 Hz`, `24.8 %`. */
function pulseTexts(pulse: Pulse, isInverted: boolean): readonly string[] {
	const parts = [`${pulse.level === 1 ? "High" : "Low"} ${spanText(pulse.width)}`];
	if (pulse.period !== undefined) parts.push(`Period ${spanText(pulse.period)}`);
	if (pulse.frequency !== undefined) parts.push(formatFrequency(pulse.frequency));
	if (pulse.duty !== undefined) parts.push(formatShare(pulse.duty));
	if (isInverted) parts.push("inverted");
	if (pulse.overGap) parts.push("over a gap");
	return parts;
}
