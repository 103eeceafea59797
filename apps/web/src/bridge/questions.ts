import {
	type Capture,
	type ChannelMeasurement,
	type ChannelStatistics,
	type Columns,
	type CompareOptions,
	compareCaptures,
	type DerivedColumns,
	type DeriveOptions,
	type Differences,
	type Edges,
	edges,
	type HeldLevels,
	type HistogramOptions,
	heldLevels,
	histogram,
	idleStretches,
	type Levels,
	type Match,
	measureChannel,
	nextEdge,
	type Pulse,
	previousEdge,
	pulseAt,
	queryColumns,
	type Search,
	type SideRecordPage,
	type SideRecordQuery,
	type Stretch,
	sideRecords,
	statistics,
	type Trigger,
	type WidthHistogram,
	type WidthSummary,
} from "@gpioscope/logic";
import type { CaptureId } from "./CaptureEntry.ts";
import { type ColumnPiece, derivePieces, queryPieces } from "./columnPieces.ts";
import { type FindProgress, findFurther, matchAt, matchBeside, searchInTicks } from "./findings.ts";
import { type ColumnHits, countHits, hitBeside, hitsInColumns, type TriggerHit } from "./triggerHits.ts";

/** What the page may ask the worker about its capture, and what the answer is. Times in microseconds. */
export interface Questions {
	columns: { ask: { from: number; to: number; columns: number }; answer: Columns };
	/** The same of pieces that lie beside one another, in which time runs at its own pace. */
	pieces: { ask: { pieces: readonly ColumnPiece[] }; answer: Columns };
	nextEdge: { ask: { mask: number; time: number }; answer: number | undefined };
	previousEdge: { ask: { mask: number; time: number }; answer: number | undefined };
	/** By channel 0 to 31, when it changed last before a time; NaN when it did not. */
	lastChanges: { ask: { time: number }; answer: Float64Array };
	levelAt: { ask: { time: number }; answer: Levels };
	heldLevels: { ask: { mask: number; time: number }; answer: HeldLevels | undefined };
	pulseAt: { ask: { channel: number; time: number }; answer: Pulse | undefined };
	statistics: {
		ask: { channels: readonly number[]; from: number; to: number };
		answer: readonly ChannelStatistics[];
	};
	measure: { ask: { channel: number; from: number; to: number }; answer: ChannelMeasurement };
	histogram: {
		ask: HistogramOptions & { channel: number; from: number; to: number };
		answer: WidthHistogram | undefined;
	};
	derive: {
		ask: DeriveOptions & { channel: number; pieces: readonly ColumnPiece[] };
		answer: DerivedColumns;
	};
	edges: { ask: { channel: number; from: number; to: number; limit: number }; answer: Edges };
	find: {
		ask: { search: Search; grows: boolean; from: number; to: number; columns: number };
		answer: FindProgress;
	};
	matchAt: { ask: { search: Search; rank: number }; answer: Match | undefined };
	matchBeside: {
		ask: { search: Search; time: number; direction: "next" | "previous" };
		answer: Match | undefined;
	};
	setLimit: { ask: { changes: number }; answer: undefined };
	hold: { ask: { held: boolean }; answer: undefined };
	clear: { ask: object; answer: undefined };
	idle: {
		ask: { mask: number; longerThan: number; from: number; to: number; limit: number };
		answer: readonly Stretch[];
	};
	hitBeside: {
		ask: { triggers: readonly Trigger[]; time: number; direction: "next" | "previous" };
		answer: TriggerHit | undefined;
	};
	/** Of a capture that does not grow, in the order of the triggers. */
	hitCounts: { ask: { triggers: readonly Trigger[] }; answer: readonly number[] };
	hits: {
		ask: { triggers: readonly Trigger[]; from: number; to: number; columns: number };
		answer: readonly ColumnHits[];
	};
	sideRecords: { ask: SideRecordQuery; answer: SideRecordPage };
	compare: { ask: CompareOptions & { other: CaptureId }; answer: Differences };
}

export type QuestionName = keyof Questions;
export type Question = {
	[N in QuestionName]: { readonly name: N } & Readonly<Questions[N]["ask"]>;
}[QuestionName];

/** So many records are told at once at most, however many are asked for. */
const MOST_RECORDS = 1000;

type Answerers = {
	readonly [N in QuestionName]: (
		capture: Capture,
		ask: Questions[N]["ask"],
		captureOf: CaptureOf,
	) => Questions[N]["answer"];
};

/** Another capture of the worker. */
export type CaptureOf = (id: CaptureId) => Capture;

const answerers: Answerers = {
	columns: (capture, { from, to, columns }) => queryColumns(capture, from, to, columns),
	pieces: (capture, { pieces }) => queryPieces(capture, pieces),
	nextEdge: (capture, { mask, time }) => nextEdge(capture, mask, time),
	previousEdge: (capture, { mask, time }) => previousEdge(capture, mask, time),
	lastChanges: (capture, { time }) =>
		Float64Array.from(
			{ length: 32 },
			(_, channel) => previousEdge(capture, 1 << channel, time) ?? Number.NaN,
		),
	levelAt: (capture, { time }) => capture.levelAt(time),
	heldLevels: (capture, { mask, time }) => heldLevels(capture, mask, time),
	pulseAt: (capture, { channel, time }) => pulseAt(capture, channel, time),
	statistics: (capture, { channels, from, to }) => statistics(capture, channels, from, to),
	measure: (capture, { channel, from, to }) => measureChannel(capture, channel, from, to),
	histogram: (capture, { channel, from, to, kind, step, most }) =>
		histogram(capture, channel, from, to, { kind, step: Math.max(1, Math.round(step)), most }),
	derive: (capture, { channel, pieces, ...options }) => derivePieces(capture, channel, pieces, options),
	edges: (capture, { channel, from, to, limit }) => edges(capture, channel, from, to, limit),
	find: findFurther,
	matchAt: (capture, { search, rank }) => matchAt(capture, search, rank),
	matchBeside: (capture, { search, time, direction }) => matchBeside(capture, search, time, direction),
	setLimit: (capture, { changes }) => {
		capture.limit = changes;
		return undefined;
	},
	clear: (capture) => {
		capture.clear();
		return undefined;
	},
	hold: (capture, { held }) => {
		capture.hold(held);
		return undefined;
	},
	idle: (capture, { mask, longerThan, from, to, limit }) =>
		idleStretches(capture, mask, longerThan, from, to, limit),
	hitBeside: (capture, { triggers, time, direction }) => hitBeside(capture, triggers, time, direction),
	hitCounts: (capture, { triggers }) => countHits(capture, triggers),
	hits: (capture, { triggers, from, to, columns }) => hitsInColumns(capture, triggers, from, to, columns),
	sideRecords: (capture, { kinds, rank, limit, to }) =>
		sideRecords(capture, {
			kinds,
			rank,
			limit: Math.min(limit, MOST_RECORDS),
			...(to !== undefined && { to }),
		}),
	compare: (capture, { other, ...options }, captureOf) => compareCaptures(capture, captureOf(other), options),
};

/** Answers a question. @throws RangeError when it makes no sense. */
export function answer(capture: Capture, question: Question, captureOf: CaptureOf): unknown {
	const { ticksPerMicro } = capture;
	const answerer = answerers[question.name] as (
		capture: Capture,
		ask: Question,
		captureOf: CaptureOf,
	) => unknown;
	if (ticksPerMicro === 1) return answerer(capture, question, captureOf);
	const scale = answerScales[question.name] as ((value: unknown, ticks: number) => unknown) | undefined;
	const value = answerer(capture, inTicks(question, ticksPerMicro), captureOf);
	return scale === undefined || value === undefined ? value : scale(value, ticksPerMicro);
}

/** A capture counts in ticks, the page in microseconds: the times of a question in ticks. */
function inTicks(question: Question, ticks: number): Question {
	const times = Object.entries(question).flatMap(([key, value]) =>
		TIMES.has(key) && typeof value === "number" ? [[key, value * ticks]] : [],
	);
	const search = "search" in question ? { search: searchInTicks(question.search, ticks) } : {};
	const pieces = "pieces" in question ? { pieces: piecesInTicks(question.pieces, ticks) } : {};
	return { ...question, ...Object.fromEntries(times), ...search, ...pieces } as Question;
}

function piecesInTicks(pieces: readonly ColumnPiece[], ticks: number): readonly ColumnPiece[] {
	return pieces.map(({ from, to, columns }) => ({ from: from * ticks, to: to * ticks, columns }));
}

const TIMES: ReadonlySet<string> = new Set(["from", "to", "time", "step", "longerThan"]);

const matchInMicros = (match: Match, ticks: number): Match => ({
	...match,
	start: match.start / ticks,
	end: match.end / ticks,
});

const summaryInMicros = (summary: WidthSummary, ticks: number): WidthSummary => ({
	count: summary.count,
	mean: summary.mean / ticks,
	deviation: summary.deviation / ticks,
	min: summary.min / ticks,
	max: summary.max / ticks,
	minAt: summary.minAt / ticks,
	maxAt: summary.maxAt / ticks,
});

type Scales = {
	readonly [N in QuestionName]?: (
		value: NonNullable<Questions[N]["answer"]>,
		ticks: number,
	) => Questions[N]["answer"];
};

const columnsInMicros = (columns: Columns, ticks: number): Columns => ({
	...columns,
	from: columns.from / ticks,
	to: columns.to / ticks,
	gaps: columns.gaps.map((gap) => ({ ...gap, from: gap.from / ticks, to: gap.to / ticks })),
	watchdogs: columns.watchdogs.map((watchdog) => ({ ...watchdog, time: watchdog.time / ticks })),
	events: columns.events.map((event) => ({ ...event, time: event.time / ticks })),
	firstTime: columns.firstTime / ticks,
	endTime: columns.endTime / ticks,
});

/** The answers in microseconds; those without a time are not here. */
const answerScales: Scales = {
	columns: columnsInMicros,
	pieces: columnsInMicros,
	idle: (stretches, ticks) => stretches.map(({ from, to }) => ({ from: from / ticks, to: to / ticks })),
	nextEdge: (time, ticks) => time / ticks,
	previousEdge: (time, ticks) => time / ticks,
	lastChanges: (times, ticks) => times.map((time) => time / ticks),
	heldLevels: (held, ticks) => ({ ...held, start: held.start / ticks, end: held.end / ticks }),
	pulseAt: ({ period, frequency, ...pulse }, ticks) => ({
		...pulse,
		start: pulse.start / ticks,
		end: pulse.end / ticks,
		width: pulse.width / ticks,
		...(period !== undefined && { period: period / ticks }),
		...(frequency !== undefined && { frequency: frequency * ticks }),
	}),
	statistics: (list, ticks) =>
		list.map(({ meanFrequency, ...one }) => ({
			...one,
			highTime: one.highTime / ticks,
			knownTime: one.knownTime / ticks,
			...(meanFrequency !== undefined && { meanFrequency: meanFrequency * ticks }),
		})),
	hitBeside: (hit, ticks) => ({ ...hit, time: hit.time / ticks }),
	hits: (list, ticks) => list.map((one) => ({ ...one, times: one.times.map((time) => time / ticks) })),
	matchAt: matchInMicros,
	matchBeside: matchInMicros,
	sideRecords: ({ records, ...page }, ticks) => ({
		...page,
		records: records.map((record) =>
			record.kind === "gap"
				? { ...record, time: record.time / ticks, from: record.from / ticks, to: record.to / ticks }
				: { ...record, time: record.time / ticks },
		),
	}),
	measure: ({ high, low, period, ...one }, ticks) => ({
		...one,
		highTime: one.highTime / ticks,
		knownTime: one.knownTime / ticks,
		...(high !== undefined && { high: summaryInMicros(high, ticks) }),
		...(low !== undefined && { low: summaryInMicros(low, ticks) }),
		...(period !== undefined && { period: summaryInMicros(period, ticks) }),
	}),
	histogram: ({ summary, median, bins, scale }, ticks) => ({
		summary: summaryInMicros(summary, ticks),
		median: median / ticks,
		bins: bins.map(({ from, to, count }) => ({ from: from / ticks, to: to / ticks, count })),
		scale,
	}),
	derive: (columns, ticks) => ({ ...columns, from: columns.from / ticks, to: columns.to / ticks }),
	edges: (found, ticks) => ({ ...found, times: found.times.map((time) => time / ticks) }),
};

/** The buffers in an answer that can change hands instead of being copied. */
export function transferablesOf(value: unknown): ArrayBuffer[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap((part) =>
		ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
	);
}
