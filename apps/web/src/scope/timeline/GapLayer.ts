import { laneStore } from "../lanes/laneStore.ts";
import { addElement, setShown, setText } from "./element.ts";
import { gapLabel } from "./gapText.ts";
import { pixelOf, type Shown } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

const PILL_HEIGHT = 18;
/** Gaps narrower than this have no pill: they have a tick in the ruler. */
const LEAST_WIDTH = 3;
const MOST_PILLS = 6;

/** Labels gaps, where that hides no trace. */
export class GapLayer {
	readonly #timeline: Timeline;
	readonly #pills: HTMLElement[] = [];
	readonly #stop: () => void;

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		this.#stop = timeline.overlay((shown) => this.#place(shown));
	}

	destroy(): void {
		this.#stop();
	}

	#place(shown: Shown): void {
		let used = 0;
		for (const gap of shown.gaps) {
			const left = Math.max(0, pixelOf(gap.from, shown));
			const right = Math.min(shown.width, pixelOf(gap.to, shown));
			if (right - left < LEAST_WIDTH || used >= MOST_PILLS) continue;
			const text = gapLabel(gap);
			const width = text.length * 6 + 20;
			const x = Math.min(Math.max((left + right - width) / 2, 2), shown.width - width - 2);
			const y = freeRow(shown, x, width, { left, right });
			if (y === undefined) continue;
			const pill = this.#pill(used);
			used++;
			setShown(pill, true);
			setText(pill, text);
			pill.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
		}
		for (const pill of this.#pills.slice(used)) setShown(pill, false);
	}

	#pill(index: number): HTMLElement {
		const existing = this.#pills[index];
		if (existing !== undefined) return existing;
		const pill = addElement(this.#timeline.over, "div", styles["pill"]);
		this.#pills.push(pill);
		return pill;
	}
}

/** Top of the first row where a pill covers no change outside the gap: within the gap all rows are free. */
function freeRow(
	shown: Shown,
	x: number,
	width: number,
	gap: { readonly left: number; readonly right: number },
): number | undefined {
	const { lanes, idleRow } = laneStore.getState();
	const inside = x >= gap.left && x + width <= gap.right;
	const columns = shown.columns?.columns;
	for (const lane of lanes) {
		const top = lane.top - shown.scroll;
		const middle = top + lane.padTop + (lane.height - lane.padTop - lane.padBottom - PILL_HEIGHT) / 2;
		if (middle < 0 || middle + PILL_HEIGHT > shown.height) continue;
		if (inside || columns === undefined) return middle;
		const start = Math.floor(x * shown.ratio);
		const end = Math.ceil((x + width) * shown.ratio);
		let changed = 0;
		for (let column = start; column < end; column++) changed |= columns.changed[column] ?? 0;
		if (((changed >>> lane.channel) & 1) === 0) return middle;
	}
	return idleRow === undefined ? undefined : idleRow.top - shown.scroll + 3;
}
