import type { HeldLevels, Pulse } from "@gpioscope/logic";
import { type CaptureClient, captureOf } from "../../bridge/index.ts";
import { type Comparison, compareStore } from "./compareStore.ts";

/** The other capture as the comparison has it. */
interface Other {
	readonly capture: CaptureClient;
	/** µs to add to its times to get those of the shown capture. */
	readonly shift: number;
	readonly pairs: Comparison["pairs"];
}

function otherNow(): Other | undefined {
	const { other, result } = compareStore.getState();
	if (other === undefined || result === undefined) return undefined;
	return { capture: captureOf(other), shift: result.shift, pairs: result.pairs };
}

/** What lies in a stretch of the other capture, at the times of the shown one. */
function shifted<T extends { readonly start: number; readonly end: number }>(found: T, shift: number): T {
	return { ...found, start: found.start + shift, end: found.end + shift };
}

/**
 * The pulse of the other capture in the lane of a channel of this one; undefined where it has none.
 *
 * @param time where it lies, as the answer's times: µs of the shown capture
 */
export async function otherPulseAt(channel: number, time: number): Promise<Pulse | undefined> {
	const other = otherNow();
	const pair = other?.pairs.find(({ first }) => first === channel);
	if (other === undefined || pair === undefined) return undefined;
	const pulse = await other.capture.pulseAt(pair.second, time - other.shift);
	return pulse && shifted(pulse, other.shift);
}

/**
 * The levels of the other capture around a time in the lanes of channels of this one, as bits of these; undefined
 * where one has no lane there or is unknown.
 */
export async function otherHeldLevels(
	channels: readonly number[],
	time: number,
): Promise<HeldLevels | undefined> {
	const other = otherNow();
	const pairs = other?.pairs.filter(({ first }) => channels.includes(first)) ?? [];
	if (other === undefined || pairs.length < channels.length) return undefined;
	const mask = pairs.reduce((bits, { second }) => bits | (1 << second), 0) >>> 0;
	const held = await other.capture.heldLevels(mask, time - other.shift);
	if (held === undefined) return undefined;
	const here = (levels: number): number =>
		pairs.reduce((word, { first, second }) => word | (((levels >>> second) & 1) << first), 0) >>> 0;
	const { levels, before, after } = held;
	return shifted(
		{
			...held,
			levels: here(levels),
			...(before !== undefined && { before: here(before) }),
			...(after !== undefined && { after: here(after) }),
		},
		other.shift,
	);
}
