import type { Capture } from "../capture/Capture.ts";
import { type WidthSummary, WidthSums } from "./WidthSums.ts";
import { type EdgeBatch, type EdgeVisitor, walkEdges } from "./walkEdges.ts";

/** What one channel did in a stretch of time. Times in ticks of the capture. */
export interface ChannelMeasurement {
	readonly channel: number;
	readonly rising: number;
	readonly falling: number;
	/** High pulses, low pulses, and periods from one rising edge to the next, with both ends seen; absent without any. */
	readonly high?: WidthSummary;
	readonly low?: WidthSummary;
	readonly period?: WidthSummary;
	readonly highTime: number;
	/** How much of the stretch is known. */
	readonly knownTime: number;
	/** High time as a part of the known time, 0 to 1; absent when nothing is known. */
	readonly duty?: number;
	/** Whether any of the stretch is unknown inside what was captured. */
	readonly overGap: boolean;
}

class Sums implements EdgeVisitor {
	rising = 0;
	falling = 0;
	highTime = 0;
	knownTime = 0;
	readonly high = new WidthSums("high");
	readonly low = new WidthSums("low");
	readonly period = new WidthSums("period");
	#begin = 0;
	#level: 0 | 1 = 0;

	/** High time is counted as: add the end of a high stretch, subtract its start, both from the stretch's start. */
	begin(time: number, level: 0 | 1): void {
		this.#begin = time;
		this.#level = level;
	}

	edges(batch: EdgeBatch): void {
		const { times, first, end, level } = batch;
		const count = end - first;
		const odd = (count + 1) >> 1;
		this.rising += level === 1 ? odd : count - odd;
		this.falling += level === 1 ? count - odd : odd;
		let sign = level === 1 ? -1 : 1;
		let highTime = 0;
		for (let at = first; at < end; at++) {
			highTime += sign * ((times[at] as number) - this.#begin);
			sign = -sign;
		}
		this.highTime += highTime;
		if (count % 2 === 1) this.#level = level;
		this.high.add(batch);
		this.low.add(batch);
		this.period.add(batch);
	}

	end(time: number): void {
		this.knownTime += time - this.#begin;
		if (this.#level === 1) this.highTime += time - this.#begin;
	}
}

/** Measures a channel (0 to 31) in [from, to), where it is known. Gaps count for nothing, and no pulse spans one. */
export function measureChannel(
	capture: Capture,
	channel: number,
	from: number,
	to: number,
): ChannelMeasurement {
	const sums = new Sums();
	walkEdges(capture, channel, from, to, sums);
	const { rising, falling, highTime, knownTime } = sums;
	const length = Math.min(to, capture.endTime) - Math.max(from, capture.firstTime);
	const { summary: high } = sums.high;
	const { summary: low } = sums.low;
	const { summary: period } = sums.period;
	return {
		channel,
		rising,
		falling,
		highTime,
		knownTime,
		overGap: knownTime < length,
		...(knownTime > 0 && { duty: highTime / knownTime }),
		...(high !== undefined && { high }),
		...(low !== undefined && { low }),
		...(period !== undefined && { period }),
	};
}
