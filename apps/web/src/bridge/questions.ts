import {
	type Capture,
	type ChannelStatistics,
	type Columns,
	type Edges,
	edges,
	type Levels,
	nextEdge,
	type Pulse,
	previousEdge,
	pulseAt,
	queryColumns,
	statistics,
} from "@gpioscope/logic";

/** What the page may ask the worker about its capture, and what the answer is. Times in microseconds. */
export interface Questions {
	columns: { ask: { from: number; to: number; columns: number }; answer: Columns };
	nextEdge: { ask: { mask: number; time: number }; answer: number | undefined };
	previousEdge: { ask: { mask: number; time: number }; answer: number | undefined };
	levelAt: { ask: { time: number }; answer: Levels };
	pulseAt: { ask: { channel: number; time: number }; answer: Pulse | undefined };
	statistics: {
		ask: { channels: readonly number[]; from: number; to: number };
		answer: readonly ChannelStatistics[];
	};
	edges: { ask: { channel: number; from: number; to: number; limit: number }; answer: Edges };
	setLimit: { ask: { changes: number }; answer: undefined };
}

export type QuestionName = keyof Questions;
export type Question = {
	[N in QuestionName]: { readonly name: N } & Readonly<Questions[N]["ask"]>;
}[QuestionName];

type Answerers = {
	readonly [N in QuestionName]: (capture: Capture, ask: Questions[N]["ask"]) => Questions[N]["answer"];
};

const answerers: Answerers = {
	columns: (capture, { from, to, columns }) => queryColumns(capture, from, to, columns),
	nextEdge: (capture, { mask, time }) => nextEdge(capture, mask, time),
	previousEdge: (capture, { mask, time }) => previousEdge(capture, mask, time),
	levelAt: (capture, { time }) => capture.levelAt(time),
	pulseAt: (capture, { channel, time }) => pulseAt(capture, channel, time),
	statistics: (capture, { channels, from, to }) => statistics(capture, channels, from, to),
	edges: (capture, { channel, from, to, limit }) => edges(capture, channel, from, to, limit),
	setLimit: (capture, { changes }) => {
		capture.limit = changes;
		return undefined;
	},
};

/** Answers a question. @throws RangeError when it makes no sense. */
export function answer(capture: Capture, question: Question): unknown {
	const answerer = answerers[question.name] as (capture: Capture, ask: Question) => unknown;
	return answerer(capture, question);
}

/** The buffers in an answer that can change hands instead of being copied. */
export function transferablesOf(value: unknown): ArrayBuffer[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap((part) =>
		ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
	);
}
