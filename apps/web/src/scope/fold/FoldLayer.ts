import { laneStore } from "../lanes/laneStore.ts";
import { addElement, setShown, setText } from "../timeline/element.ts";
import { columnOf, type Shown } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import styles from "./fold.module.css";
import { breakLabel } from "./foldNow.ts";

/** Room for a length written upwards, CSS pixels. */
const LEAST_HEIGHT = 64;

interface Band {
	/** Over all rows. */
	readonly body: HTMLElement;
	readonly label: HTMLElement;
	/** Across the ruler. */
	readonly cut: HTMLElement;
}

/** Collapsed stretches as bands over all rows, each with its length. */
export class FoldLayer {
	/** Below markers and read-outs. */
	readonly #bodies: HTMLElement;
	readonly #cuts: HTMLElement;
	readonly #bands: Band[] = [];
	readonly #stop: () => void;

	constructor(timeline: Timeline, ruler: HTMLElement) {
		this.#bodies = addElement(timeline.over, "div", styles["bodies"]);
		this.#bodies.setAttribute("aria-hidden", "true");
		this.#cuts = addElement(ruler, "div", styles["cuts"]);
		this.#stop = timeline.overlay((shown) => this.#place(shown));
	}

	destroy(): void {
		this.#stop();
		this.#bodies.remove();
		this.#cuts.remove();
	}

	#place(shown: Shown): void {
		const breaks = shown.map.breaksIn(shown.axis);
		const rows = laneStore.getState().height - shown.scroll;
		// The length stands among the traces where these have room for it.
		const height = Math.min(shown.height, rows < LEAST_HEIGHT ? shown.height : rows);
		breaks.forEach((one, index) => {
			const { body, label, cut } = this.#band(index);
			const left = Math.ceil(columnOf(one.from, shown)) / shown.ratio;
			const right = Math.floor(columnOf(one.to, shown)) / shown.ratio;
			for (const element of [body, cut]) {
				setShown(element, right > left);
				element.style.transform = `translateX(${left}px)`;
				element.style.width = `${Math.max(0, right - left)}px`;
			}
			label.style.top = `${Math.round(height / 2)}px`;
			setText(label, breakLabel(one));
		});
		for (const { body, cut } of this.#bands.slice(breaks.length))
			for (const element of [body, cut]) setShown(element, false);
	}

	#band(index: number): Band {
		const existing = this.#bands[index];
		if (existing !== undefined) return existing;
		const body = addElement(this.#bodies, "div", styles["band"]);
		body.dataset["testid"] = "idle-break";
		const band = {
			body,
			label: addElement(body, "span", styles["label"]),
			cut: addElement(this.#cuts, "div", styles["cut"]),
		};
		this.#bands.push(band);
		return band;
	}
}
