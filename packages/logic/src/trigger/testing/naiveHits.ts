import type { TriggerCondition, TriggerStage } from "@gpioscope/protocol";
import type { CaptureModel } from "../../capture/testing/CaptureModel.ts";

/** A hit: its time, and how many changes there were when it happened. */
export type Hit = readonly [time: number, position: number];

interface Change {
	readonly mask: number;
	/** Levels after it. */
	readonly level: number;
}

/** Finds hits by looking at every microsecond and every change: slow, and too simple to be wrong. */
export function naiveHits(model: CaptureModel, stages: readonly TriggerStage[]): Hit[] {
	const channels = stages.reduce((all, { condition }) => all | maskOf(condition), 0);
	const hits: Hit[] = [];
	let sure = false;
	let since = 0;
	let word = 0;
	let heldBefore = false;
	let stage = 0;
	let stageStart = 0;
	let times = 0;
	let position = 0;
	const edgeOf = new Map<number, number>();
	const enter = (next: number, time: number) => {
		stage = next;
		stageStart = time;
		times = 0;
		heldBefore = levelsHold(stages[next]?.condition, word);
	};
	const happen = (time: number) => {
		if (++times < (stages[stage]?.count ?? 1)) return;
		if (stage + 1 < stages.length) return enter(stage + 1, time);
		hits.push([time, position]);
		enter(0, time);
	};
	const pass = (time: number) => {
		const { within } = stages[stage] as TriggerStage;
		if (stage > 0 && within !== undefined && time > stageStart + within) enter(0, time - 1);
		const { condition } = stages[stage] as TriggerStage;
		if (condition.kind !== "timeout") return;
		const { channel, level, after } = condition;
		const edge = edgeOf.get(channel) ?? since;
		const start = stage === 0 ? edge : Math.max(edge, stageStart);
		const fits = level === "either" || level === ((word >>> channel) & 1);
		if (fits && time - start === after && time > stageStart) happen(time);
	};
	const change = (time: number, { mask, level }: Change) => {
		const { condition } = stages[stage] as TriggerStage;
		const held = heldBefore;
		heldBefore = levelsHold(condition, level);
		if (changeFits(condition, { mask, level }, held, (channel) => time - (edgeOf.get(channel) ?? Number.NaN)))
			happenAfter(time, { mask, level });
		else note(time, { mask, level });
	};
	const note = (time: number, { mask, level }: Change) => {
		word = level;
		for (let channel = 0; channel < 32; channel++) if ((mask >>> channel) & 1) edgeOf.set(channel, time);
	};
	const happenAfter = (time: number, made: Change) => {
		note(time, made);
		happen(time);
	};
	for (let time = 0, next = 0; time <= model.end; time++) {
		const isKnown = (channels & ~(model.known[time] ?? 0)) === 0;
		if (sure) pass(time);
		for (; model.edges[next]?.time === time; next++) {
			position++;
			const mask = model.edges[next]?.mask ?? 0;
			if (sure) change(time, { mask, level: word ^ mask });
		}
		// What changes at the moment from which on something is known was not seen before.
		if (isKnown && !sure) {
			since = time;
			word = model.level[time] ?? 0;
			edgeOf.clear();
			enter(0, time);
		}
		sure = isKnown;
	}
	return hits;
}

function maskOf(condition: TriggerCondition): number {
	if (condition.kind !== "lines") return 1 << condition.channel;
	return Object.keys(condition.lines).reduce((mask, channel) => mask | (1 << Number(channel)), 0);
}

function levelsHold(condition: TriggerCondition | undefined, level: number): boolean {
	return (
		condition?.kind === "lines" &&
		Object.entries(condition.lines).every(([channel, wanted]) => {
			const isHigh = ((level >>> Number(channel)) & 1) === 1;
			return wanted === "edge" || isHigh === (wanted === "high" || wanted === "rising");
		})
	);
}

function changeFits(
	condition: TriggerCondition,
	{ mask, level }: Change,
	heldBefore: boolean,
	widthOn: (channel: number) => number,
): boolean {
	if (condition.kind === "timeout") return false;
	if (condition.kind === "pulse") {
		const { channel, level: wanted, min = 0, max = Number.POSITIVE_INFINITY } = condition;
		const width = widthOn(channel);
		const ended = 1 - ((level >>> channel) & 1);
		return (
			((mask >>> channel) & 1) === 1 &&
			width >= min &&
			width <= max &&
			(wanted === "either" || wanted === ended)
		);
	}
	const edgesOnly = Object.entries(condition.lines).filter(
		([, wanted]) => wanted !== "low" && wanted !== "high",
	);
	const edgesLie = edgesOnly.every(([channel]) => ((mask >>> Number(channel)) & 1) === 1);
	const isNew = !(condition.entering ?? false) || edgesOnly.length > 0 || !heldBefore;
	return edgesLie && levelsHold(condition, level) && isNew;
}
