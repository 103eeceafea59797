import { laneStore } from "../lanes/laneStore.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { snapStore } from "../markers/snapStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { addElement, setShown } from "./element.ts";
import { pixelOf, type Shown } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

/** A dot on each edge that a marker was put onto. */
export class SnapDots {
	readonly #timeline: Timeline;
	readonly #dots: HTMLElement[] = [];
	readonly #stops: (() => void)[];

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		const update = (): void => {
			if (timeline.shown !== undefined) this.#place(timeline.shown);
		};
		this.#stops = [
			timeline.overlay((shown) => this.#place(shown)),
			snapStore.subscribe(update),
			scopeStore.subscribe((state, before) => {
				if (state.cursors !== before.cursors || state.named !== before.named) update();
			}),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
	}

	#place(shown: Shown): void {
		const { byMarker } = snapStore.getState();
		let used = 0;
		for (const { id, time } of shownMarkers(scopeStore.getState())) {
			const snap = byMarker[id];
			const x = pixelOf(time, shown);
			if (snap?.time !== time || x < 0 || x > shown.width) continue;
			for (const lane of laneStore.getState().lanes) {
				if (((snap.channels >>> lane.channel) & 1) === 0) continue;
				const middle = (lane.top + lane.padTop + lane.top + lane.height - lane.padBottom) / 2 - shown.scroll;
				const dot = this.#dot(used++);
				setShown(dot, middle > 0 && middle < shown.height);
				dot.style.transform = `translate(${x - 1}px, ${Math.round(middle) - 1}px)`;
			}
		}
		for (const dot of this.#dots.slice(used)) setShown(dot, false);
	}

	#dot(index: number): HTMLElement {
		const existing = this.#dots[index];
		if (existing !== undefined) return existing;
		const dot = addElement(this.#timeline.over, "div", styles["snap"]);
		this.#dots.push(dot);
		return dot;
	}
}
