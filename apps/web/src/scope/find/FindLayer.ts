import type { Lane } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { addElement, setShown } from "../timeline/element.ts";
import { pixelOf, type Shown } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import styles from "./find.module.css";
import { findStore } from "./findStore.ts";

/** CSS pixels around what was found. */
const ROOM = 3;
/** What was found is never marked narrower than this. */
const LEAST_WIDTH = 8;

/** Frames the match gone to last, on the lanes it belongs to. */
export class FindLayer {
	readonly #timeline: Timeline;
	readonly #marks = new Map<number, HTMLElement>();
	readonly #stops: (() => void)[];

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		this.#stops = [
			timeline.overlay((shown) => this.#place(shown)),
			findStore.subscribe((state, before) => {
				if (state.current !== before.current && timeline.shown !== undefined) this.#place(timeline.shown);
			}),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
	}

	#place(shown: Shown): void {
		const { current } = findStore.getState();
		const lanes = current === undefined ? [] : matchedLanes(current.channel);
		for (const [channel, mark] of this.#marks) {
			if (lanes.some((lane) => lane.channel === channel)) continue;
			mark.remove();
			this.#marks.delete(channel);
		}
		if (current === undefined) return;
		const left = pixelOf(current.start, shown);
		const right = pixelOf(current.end, shown) + 1;
		const spare = Math.max(0, LEAST_WIDTH - 2 * ROOM - (right - left)) / 2;
		const isShown = right > -ROOM && left < shown.width + ROOM;
		for (const lane of lanes) {
			const mark = this.#markOf(lane.channel);
			setShown(mark, isShown);
			const from = Math.max(-2 * ROOM, left - spare - ROOM);
			const to = Math.min(shown.width + 2 * ROOM, right + spare + ROOM);
			const top = lane.top - shown.scroll + lane.padTop - ROOM;
			mark.style.transform = `translate(${from}px, ${top}px)`;
			mark.style.width = `${Math.max(0, to - from)}px`;
			mark.style.height = `${lane.height - lane.padTop - lane.padBottom + 2 * ROOM}px`;
		}
	}

	#markOf(channel: number): HTMLElement {
		const mark = this.#marks.get(channel) ?? addElement(this.#timeline.over, "div", styles["mark"]);
		this.#marks.set(channel, mark);
		return mark;
	}
}

/** The lane of a match; of a pattern those it names, of a gap all. */
function matchedLanes(channel: number): readonly Lane[] {
	const { lanes } = laneStore.getState();
	if (channel >= 0) return lanes.filter((lane) => lane.channel === channel);
	const search = findStore.getState().query?.search;
	const care = search?.kind === "pattern" ? search.care : -1;
	return lanes.filter((lane) => (care >>> lane.channel) & 1);
}
