import fc from "fast-check";
import type { CaptureModel } from "../../capture/testing/CaptureModel.ts";
import type { Match } from "../Found.ts";
import type { ChangeSearch } from "../Search.ts";

const channels = fc.constantFrom(1, 2, 4, 0x8000_0000, 0b11, 0x8000_0005, 0xffff_ffff);
/** Random searches on the channels that random histories use. */
export const searches: fc.Arbitrary<ChangeSearch> = fc.oneof(
	fc.record({
		kind: fc.constant("edge" as const),
		channels,
		direction: fc.constantFrom("rising" as const, "falling" as const, "either" as const),
	}),
	fc.record({
		kind: fc.constant("pulse" as const),
		channels,
		level: fc.constantFrom(0 as const, 1 as const, "either" as const),
		min: fc.nat(20),
		max: fc.integer({ min: 5, max: 80 }),
	}),
	fc.record({
		kind: fc.constant("pattern" as const),
		care: fc.constantFrom(1, 0b11, 0b111, 0x8000_0001),
		value: fc.constantFrom(0, 1, 0b10, 0b101, 0x8000_0001),
	}),
);

/** A stretch in which the channels of a search are known, with the level word before it and its edges in order. */
interface Stretch {
	readonly from: number;
	readonly level: number;
	readonly edges: readonly ModelEdge[];
}

interface ModelEdge {
	readonly time: number;
	readonly mask: number;
	/** Which of all edges it is. */
	readonly place: number;
}

type Found = readonly [start: number, end: number, place: number];

function stretchesOf(model: CaptureModel, mask: number, from: number, to: number): Stretch[] {
	const stretches: Stretch[] = [];
	const all = model.edges.map((edge, place) => ({ ...edge, place }));
	const isKnown = (time: number) => (mask & ~(model.known[time] ?? 0)) === 0;
	for (let time = from; time < to; time++) {
		if (!isKnown(time)) continue;
		const start = time;
		while (time < to && isKnown(time)) time++;
		const end = time;
		const edges = all.filter(
			(edge) =>
				(edge.time > start || (edge.time === start && !model.isLosing(start))) &&
				(edge.time < end || (edge.time === end && end < to && model.isLosing(end))),
		);
		const atStart = edges.filter((edge) => edge.time === start).reduce((word, edge) => word ^ edge.mask, 0);
		stretches.push({ from: start, level: (model.level[start] ?? 0) ^ atStart, edges });
	}
	return stretches;
}

function patternsIn(search: ChangeSearch & { kind: "pattern" }, { from, level, edges }: Stretch): Found[] {
	const holds = (word: number) => ((word ^ search.value) & search.care) === 0;
	const levels = [level];
	for (const { mask } of edges) levels.push((levels.at(-1) ?? 0) ^ mask);
	const times = [from, ...edges.map(({ time }) => time)];
	return levels.flatMap((word, at) => {
		const begins = holds(word) && (at === 0 || !holds(levels[at - 1] ?? 0));
		return begins ? [[times[at] ?? 0, times[at] ?? 0, at] as const] : [];
	});
}

function edgesOrPulsesIn(
	search: ChangeSearch & { kind: "edge" | "pulse" },
	bit: number,
	{ level, edges }: Stretch,
): Found[] {
	const own = edges.filter(({ mask }) => mask & bit);
	const before = level & bit ? 1 : 0;
	return own.flatMap(({ time, place }, at) => {
		const after = (before + at + 1) % 2;
		if (search.kind === "edge") {
			const fits = search.direction === "either" || (search.direction === "rising") === (after === 1);
			return fits ? [[time, time, place] as const] : [];
		}
		const start = own[at - 1]?.time;
		if (start === undefined || (search.level !== "either" && search.level === after)) return [];
		const width = time - start;
		const fits = width >= (search.min ?? 0) && width <= (search.max ?? Number.POSITIVE_INFINITY);
		return fits ? [[start, time, place] as const] : [];
	});
}

/** What a search finds, told plainly: in the order of what it was recognised by, then by channel. */
export function plainly(
	model: CaptureModel,
	search: ChangeSearch,
	from: number,
	to: number,
): Omit<Match, "rank">[] {
	if (search.kind === "pattern") {
		const stretches = stretchesOf(model, search.care, from, to);
		const found = stretches.flatMap((stretch) => patternsIn(search, stretch));
		return found.map(([start, end]) => ({ start, end, channel: -1 }));
	}
	const found = Array.from({ length: 32 }, (_, channel) => channel)
		.filter((channel) => (search.channels >>> channel) & 1)
		.flatMap((channel) =>
			stretchesOf(model, (1 << channel) >>> 0, from, to)
				.flatMap((stretch) => edgesOrPulsesIn(search, (1 << channel) >>> 0, stretch))
				.map(([start, end, place]) => ({ start, end, channel, place })),
		)
		.sort((a, b) => a.place - b.place);
	return (
		found
			// Edges of several channels in one change are one place to go to.
			.filter((one, at) => search.kind === "pulse" || one.place !== found[at - 1]?.place)
			.map(({ start, end, channel }) => ({ start, end, channel }))
	);
}
