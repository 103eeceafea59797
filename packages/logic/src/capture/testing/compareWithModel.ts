import { expect } from "vitest";
import { pulseAt } from "../../measure/pulse.ts";
import { statistics } from "../../measure/statistics.ts";
import type { Capture } from "../Capture.ts";
import { queryColumns } from "../columns.ts";
import { edges, nextEdge, previousEdge } from "../search.ts";
import type { CaptureModel } from "./CaptureModel.ts";

/** A picture of any zoom shows what the model knows. */
export function compareColumns(
	capture: Capture,
	model: CaptureModel,
	from: number,
	to: number,
	columns: number,
): void {
	const { changed, multiple, levels, known } = queryColumns(capture, from, to, columns);
	for (let x = 0; x < columns; x++) {
		const end = x + 1 === columns ? to : from + (x + 1) * ((to - from) / columns);
		const begin = from + x * ((to - from) / columns);
		const counts = new Map<number, number>();
		let any = 0;
		for (const { time, mask } of model.edges) {
			if (time < begin || time >= end) continue;
			any |= mask;
			for (const channel of [0, 1, 2, 31])
				if ((mask >>> channel) & 1) counts.set(channel, (counts.get(channel) ?? 0) + 1);
		}
		expect(changed[x], `changed at ${x}`).toBe(any >>> 0);
		for (const channel of [0, 1, 2, 31]) {
			const count = counts.get(channel) ?? 0;
			const isMultiple = ((multiple[x] ?? 0) >>> channel) & 1;
			if (count < 2) expect(isMultiple).toBe(0);
			else if (count % 2 === 0) expect(isMultiple).toBe(1);
		}
		compareKnown(capture, model, begin, end, { known: known[x] ?? 0, levels: levels[x] ?? 0 });
	}
}

function compareKnown(
	capture: Capture,
	model: CaptureModel,
	begin: number,
	end: number,
	found: { readonly known: number; readonly levels: number },
): void {
	let through = begin < capture.firstTime || end > capture.endTime ? 0 : -1;
	for (let time = Math.floor(begin); time < end; time++) through &= model.known[time] ?? 0;
	expect(found.known, `known from ${begin}`).toBe(through >>> 0);
	const last = model.level[Math.ceil(end) - 1] ?? 0;
	expect((found.levels & through) >>> 0, `levels from ${begin}`).toBe((last & through) >>> 0);
}

/** Levels, edges beside a moment and the pulse around it are those of the model. */
export function compareMoment(capture: Capture, model: CaptureModel, time: number, mask: number): void {
	const inside = time >= capture.firstTime && time <= capture.endTime;
	const known = inside ? (model.known[time] ?? 0) >>> 0 : 0;
	expect(capture.levelAt(time)).toEqual({ known, level: ((model.level[time] ?? 0) & known) >>> 0 });
	const ours = model.edges.filter((edge) => edge.mask & mask).map((edge) => edge.time);
	expect(nextEdge(capture, mask, time)).toBe(ours.find((at) => at > time));
	expect(previousEdge(capture, mask, time)).toBe(ours.findLast((at) => at < time));
	const channel = 31 - Math.clz32(mask);
	expect([...edges(capture, channel, time, time + 100).times]).toEqual(
		ours.filter((at) => at >= time && at < time + 100),
	);
	const pulse = pulseAt(capture, channel, time);
	const start = ours.findLast((at) => at <= time);
	const end = ours.find((at) => at > time);
	if (!(known & mask) || start === undefined || end === undefined) expect(pulse).toBeUndefined();
	else
		expect(pulse).toMatchObject({
			start,
			end,
			width: end - start,
			level: ((model.level[time] ?? 0) >>> channel) & 1,
		});
}

/** Known and high time of a stretch are those of the model. */
export function compareStatistics(capture: Capture, model: CaptureModel, from: number, to: number): void {
	const [start, end] = [Math.max(from, capture.firstTime), Math.min(to, capture.endTime)];
	for (const found of statistics(capture, [0, 1, 31], from, to)) {
		let highTime = 0;
		let knownTime = 0;
		for (let time = start; time < end; time++) {
			const isKnown = ((model.known[time] ?? 0) >>> found.channel) & 1;
			knownTime += isKnown;
			highTime += isKnown & ((model.level[time] ?? 0) >>> found.channel);
		}
		expect(found.knownTime).toBe(knownTime);
		expect(found.highTime).toBe(highTime);
	}
}
