import type { Capture } from "../capture/Capture.ts";
import { visitChanges } from "../capture/search.ts";

/** What one channel did in a stretch of time. Times in microseconds. */
export interface ChannelStatistics {
	readonly channel: number;
	readonly rising: number;
	readonly falling: number;
	/** Mean over whole periods, in hertz; absent when there is none. */
	readonly meanFrequency?: number;
	/** High time as a part of the known time, 0 to 1; absent when nothing is known. */
	readonly duty?: number;
	readonly highTime: number;
	/** How much of the stretch is known. */
	readonly knownTime: number;
	/** Whether any of the stretch is unknown inside what was captured. */
	readonly overGap: boolean;
}

/** Running sums of all 32 channels, in columns: a long stretch has millions of changes to add. */
class Sums {
	readonly rising = new Uint32Array(32);
	readonly falling = new Uint32Array(32);
	readonly highTime = new Float64Array(32);
	readonly knownTime = new Float64Array(32);
	readonly periods = new Uint32Array(32);
	readonly periodTime = new Float64Array(32);
	/** Rising edges of the spans before the present one. */
	readonly counted = new Uint32Array(32);
	/** Of the present span; NaN before its first rising edge. */
	readonly firstRise = new Float64Array(32);
	readonly lastRise = new Float64Array(32);
}

/** Statistics of the channels (0 to 31 each) in [from, to), where they are known. Gaps count for nothing. */
export function statistics(
	capture: Capture,
	channels: readonly number[],
	from: number,
	to: number,
): ChannelStatistics[] {
	const start = Math.max(from, capture.firstTime);
	const end = Math.min(to, capture.endTime);
	const sums = new Sums();
	const mask = channels.reduce((all, channel) => all | (1 << channel), 0);
	const { knowledge } = capture;
	for (let place = knowledge.indexAt(start); ; place++) {
		const spanStart = Math.max(start, knowledge.step(place).time);
		const spanEnd = Math.min(end, knowledge.step(place + 1).time);
		if (spanStart >= end) break;
		const known = knowledge.step(place).known & mask;
		if (known !== 0 && spanEnd > spanStart) addSpan(capture, known, spanStart, spanEnd, sums);
	}
	return channels.map((channel) => finished(channel, sums, end - start));
}

/** High time is counted as: add the end of a high stretch, subtract its start, both from the span's start. */
function addSpan(capture: Capture, known: number, from: number, to: number, sums: Sums): void {
	const { rising, falling, highTime, firstRise, lastRise } = sums;
	const length = to - from;
	firstRise.fill(Number.NaN);
	lastRise.fill(Number.NaN);
	let level = capture.levelAt(from).level;
	visitChanges(capture, known, from, to, (time, word, changed) => {
		for (let rest = changed; rest !== 0; rest &= rest - 1) {
			const channel = 31 - Math.clz32(rest & -rest);
			if ((word >>> channel) & 1) {
				rising[channel] = (rising[channel] as number) + 1;
				highTime[channel] = (highTime[channel] as number) - (time - from);
				if (Number.isNaN(firstRise[channel] as number)) firstRise[channel] = time;
				lastRise[channel] = time;
			} else {
				falling[channel] = (falling[channel] as number) + 1;
				highTime[channel] = (highTime[channel] as number) + (time - from);
			}
		}
		level = (level & ~changed) | (word & changed);
		return true;
	});
	for (let channel = 0; channel < 32; channel++) {
		if (((known >>> channel) & 1) === 0) continue;
		sums.knownTime[channel] = (sums.knownTime[channel] as number) + length;
		if ((level >>> channel) & 1) highTime[channel] = (highTime[channel] as number) + length;
		const risen = (rising[channel] as number) - (sums.counted[channel] as number);
		sums.counted[channel] = rising[channel] as number;
		if (risen < 2) continue;
		sums.periods[channel] = (sums.periods[channel] as number) + risen - 1;
		sums.periodTime[channel] =
			(sums.periodTime[channel] as number) + (lastRise[channel] as number) - (firstRise[channel] as number);
	}
}

function finished(channel: number, sums: Sums, length: number): ChannelStatistics {
	const knownTime = sums.knownTime[channel] as number;
	const highTime = sums.highTime[channel] as number;
	const periodTime = sums.periodTime[channel] as number;
	return {
		channel,
		rising: sums.rising[channel] as number,
		falling: sums.falling[channel] as number,
		highTime,
		knownTime,
		overGap: knownTime < length,
		...(knownTime > 0 && { duty: highTime / knownTime }),
		...(periodTime > 0 && { meanFrequency: ((sums.periods[channel] as number) * 1e6) / periodTime }),
	};
}
