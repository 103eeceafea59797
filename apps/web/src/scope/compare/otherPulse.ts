import type { Pulse } from "@gpioscope/logic";
import { captureOf } from "../../bridge/index.ts";
import { compareStore } from "./compareStore.ts";

/**
 * The pulse of the other capture in the lane of a channel of this one; undefined where it has none.
 *
 * @param time where it lies, as the answer's times: µs of the shown capture
 */
export async function otherPulseAt(channel: number, time: number): Promise<Pulse | undefined> {
	const { other, result } = compareStore.getState();
	const pair = result?.pairs.find(({ first }) => first === channel);
	if (other === undefined || result === undefined || pair === undefined) return undefined;
	const { shift } = result;
	const pulse = await captureOf(other).pulseAt(pair.second, time - shift);
	return pulse && { ...pulse, start: pulse.start + shift, end: pulse.end + shift };
}
