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

interface Sums {
	rising: number;
	falling: number;
	highTime: number;
	knownTime: number;
	periods: number;
	periodTime: number;
	firstRise: number;
	lastRise: number;
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
	const sums = Array.from({ length: 32 }, empty);
	const mask = channels.reduce((all, channel) => all | (1 << channel), 0);
	const { knowledge } = capture;
	for (let place = knowledge.indexAt(start); ; place++) {
		const spanStart = Math.max(start, knowledge.step(place).time);
		const spanEnd = Math.min(end, knowledge.step(place + 1).time);
		if (spanStart >= end) break;
		const known = knowledge.step(place).known & mask;
		if (known !== 0 && spanEnd > spanStart) addSpan(capture, known, spanStart, spanEnd, sums);
	}
	return channels.map((channel) => finished(channel, sums[channel] ?? empty(), end - start));
}

function empty(): Sums {
	return {
		rising: 0,
		falling: 0,
		highTime: 0,
		knownTime: 0,
		periods: 0,
		periodTime: 0,
		firstRise: Number.NaN,
		lastRise: Number.NaN,
	};
}

/** High time is counted as: add the end of a high stretch, subtract its start, both from the span's start. */
function addSpan(capture: Capture, known: number, from: number, to: number, sums: readonly Sums[]): void {
	const { level } = capture.levelAt(from);
	const length = to - from;
	for (let rest = known; rest !== 0; rest &= rest - 1) {
		const sum = sums[31 - Math.clz32(rest & -rest)] as Sums;
		sum.firstRise = Number.NaN;
	}
	let last = level;
	visitChanges(capture, known, from, to, (time, word, changed) => {
		for (let rest = changed; rest !== 0; rest &= rest - 1) {
			const bit = rest & -rest;
			const sum = sums[31 - Math.clz32(bit)] as Sums;
			if (word & bit) {
				sum.rising++;
				sum.highTime -= time - from;
				if (Number.isNaN(sum.firstRise)) sum.firstRise = time;
				else sum.periods++;
				sum.lastRise = time;
			} else {
				sum.falling++;
				sum.highTime += time - from;
			}
		}
		last = (last & ~changed) | (word & changed);
		return true;
	});
	for (let rest = known; rest !== 0; rest &= rest - 1) {
		const bit = rest & -rest;
		const sum = sums[31 - Math.clz32(bit)] as Sums;
		sum.knownTime += length;
		if (last & bit) sum.highTime += length;
		if (!Number.isNaN(sum.firstRise)) sum.periodTime += sum.lastRise - sum.firstRise;
	}
}

function finished(channel: number, sums: Sums, length: number): ChannelStatistics {
	const { rising, falling, highTime, knownTime, periods, periodTime } = sums;
	return {
		channel,
		rising,
		falling,
		highTime,
		knownTime,
		overGap: knownTime < length,
		...(knownTime > 0 && { duty: highTime / knownTime }),
		...(periodTime > 0 && { meanFrequency: (periods * 1e6) / periodTime }),
	};
}
