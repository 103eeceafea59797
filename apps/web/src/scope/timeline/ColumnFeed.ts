import type { Columns } from "@gpioscope/logic";
import type { CaptureId } from "../../bridge/index.ts";
import type { StoredRange } from "../draw/laneStates.ts";
import type { FoldedView } from "../view/foldedView.ts";
import { HEADROOM } from "../view/liveEdge.ts";
import type { TimeView } from "../view/timeView.ts";
import {
	alignToColumns,
	type CachedColumns,
	isOfSameColumns,
	type MappedColumns,
	mapColumns,
} from "./columnCache.ts";
import { type Axis, columnOf } from "./Shown.ts";
import type { TimelineWorld } from "./TimelineWorld.ts";

/** Columns asked for beyond each edge, so that a moving view finds them at hand. */
const MARGIN = 160;
/** Data later than this is missed, not just on its way, µs. */
const MISSING = 300_000;

type Answer = CachedColumns &
	Pick<Columns, "gaps" | "watchdogs" | "events" | "firstTime" | "endTime"> & { readonly of: CaptureId };

/** Holds the capture's last answer and asks for the next one when a view needs it: one question at a time. */
export class ColumnFeed {
	readonly #world: Pick<TimelineWorld, "viewport" | "capture">;
	readonly #onAnswer: (millis: number) => void;
	#latest: Answer | undefined;
	#isAsking = false;

	/** @param onAnswer hears how long the answer took. */
	constructor(world: Pick<TimelineWorld, "viewport" | "capture">, onAnswer: (millis: number) => void) {
		this.#world = world;
		this.#onAnswer = onAnswer;
	}

	/** Asks for a view shown `width` columns wide, if what is at hand is not enough; the latest view wins. */
	ask(place: FoldedView, width: number): void {
		if (this.#isAsking || width < 1 || !this.lacks(place, width)) return;
		const { map, axis } = place;
		const scale = (axis.to - axis.from) / width;
		const from = alignToColumns(axis.from, scale) - MARGIN * scale;
		const count = width + 2 * MARGIN;
		const { questions, id } = this.#world.capture;
		const of = id();
		this.#isAsking = true;
		const asked = performance.now();
		questions
			.queryPieces(map.columnPieces(from, scale, count))
			.then((columns) => {
				this.#latest = { ...columns, map, from, scale, of };
				this.#onAnswer(performance.now() - asked);
			})
			.catch((error: unknown) => {
				// Without an answer the last picture stays; the next frame asks again.
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				this.#isAsking = false;
			});
	}

	/** The last answer, if it is about the capture that is shown. */
	get #answer(): Answer | undefined {
		return this.#latest?.of === this.#world.capture.id() ? this.#latest : undefined;
	}

	/** Whether a view would show more with another answer. */
	lacks({ map, axis, view }: FoldedView, width: number): boolean {
		const answer = this.#answer;
		if (answer === undefined) return true;
		const scale = (axis.to - axis.from) / width;
		if (!isOfSameColumns(answer, { map, scale })) return true;
		const axisTo = answer.from + answer.changed.length * answer.scale;
		const to = map.timeOf(axisTo);
		const { viewport, capture } = this.#world;
		const { endTime, firstTime } = capture.facts.getState();
		// A live view asks before it reaches the end of what it has, so that the answer is there in time.
		const isNewer = viewport.following ? view.to + HEADROOM > answer.endTime : endTime > answer.endTime;
		if (isNewer && to > answer.endTime) return true;
		if (firstTime !== answer.firstTime && map.timeOf(answer.from) < firstTime) return true;
		return axis.from < answer.from || axis.to > axisTo;
	}

	/** The columns at hand for a picture; undefined before the first answer. */
	columnsFor({ map, axis }: FoldedView, scale: number, width: number): MappedColumns | undefined {
		const answer = this.#answer;
		return answer === undefined ? undefined : mapColumns(answer, { map, from: axis.from, scale, width });
	}

	/** Columns that may be drawn; what lies before the first and after the last data is empty. */
	storedIn(shown: Axis, covered: StoredRange): StoredRange {
		const answer = this.#answer;
		if (answer === undefined) return { first: 0, end: 0 };
		const first = Math.max(covered.first, Math.ceil(columnOf(answer.firstTime, shown) - 1e-6));
		let end = Math.min(covered.end, Math.floor(columnOf(answer.endTime, shown) + 1e-6));
		// When nothing comes any more, what is missing at the live edge is unknown and is shown so.
		const edge = this.#world.capture.edgeAt(performance.now());
		if (edge !== undefined && edge - answer.endTime > MISSING && covered.end > end) {
			end = Math.min(covered.end, Math.floor(columnOf(edge, shown)));
		}
		return { first, end: Math.max(first, end) };
	}

	gapsIn({ from, to }: TimeView): Columns["gaps"] {
		return this.#answer?.gaps.filter((gap) => gap.to > from && gap.from < to) ?? [];
	}

	/** Watchdog reports and events of a view. */
	pointsIn({ from, to }: TimeView): Pick<Columns, "watchdogs" | "events"> {
		const isIn = ({ time }: { readonly time: number }): boolean => time >= from && time <= to;
		const { watchdogs = [], events = [] } = this.#answer ?? {};
		return { watchdogs: watchdogs.filter(isIn), events: events.filter(isIn) };
	}
}
