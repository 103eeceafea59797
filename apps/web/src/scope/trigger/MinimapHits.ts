import { capturesStore, shownCapture } from "../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { filesStore, isBeingRead } from "../files/filesStore.ts";
import { addElement } from "../timeline/element.ts";
import { drawHits } from "./drawHits.ts";
import { searchedTriggers } from "./searchedTriggers.ts";
import { statusStore } from "./statusStore.ts";
import styles from "./TriggerLayer.module.css";
import { onTriggersChange } from "./triggerStore.ts";

/** CSS pixels. */
const HEIGHT = 5;
/** Hits of a busy line come ten times a second. */
const AGAIN_MS = 250;

/** The hits of the triggers over the overview of a capture, as triangles at its top. */
export class MinimapHits {
	readonly #canvas: HTMLCanvasElement;
	readonly #stops: readonly (() => void)[];
	#latest = { hits: [] as readonly Float64Array[], from: 0, to: 0, width: 1 };
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(host: HTMLElement) {
		this.#canvas = addElement(host, "canvas", styles["hits"]);
		this.#stops = [
			onCanvasColorsChange(() => this.#draw()),
			onTriggersChange(() => this.#later()),
			filesStore.subscribe((state, before) => {
				if (state.running.length < before.running.length) this.#later();
			}),
			statusStore.subscribe((state, before) => {
				if (state.triggers !== before.triggers) this.#later();
			}),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		clearTimeout(this.#timer);
		this.#canvas.remove();
	}

	/** Shows the hits of [from, to), µs, over so many CSS pixels. */
	async show(from: number, to: number, width: number): Promise<void> {
		// Of a file that still grows every look would begin anew.
		const searched = isBeingRead(capturesStore.getState().shown) ? [] : searchedTriggers();
		const hits = searched.length === 0 ? [] : await shownCapture.hits(searched, from, to, width);
		this.#latest = { hits: hits.map(({ times }) => times), from, to, width };
		this.#draw();
	}

	/** Other triggers, or more hits: looks again soon, whether there is anything else new or not. */
	#later(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			const { from, to, width } = this.#latest;
			if (to <= from) return;
			this.show(from, to, width).catch((error: unknown) =>
				console.error("The capture did not answer.", error),
			);
		}, AGAIN_MS);
	}

	#draw(): void {
		const { hits, from, to, width } = this.#latest;
		const context = this.#canvas.getContext("2d");
		if (context === null || !this.#canvas.isConnected) return;
		const ratio = window.devicePixelRatio;
		this.#canvas.width = Math.round(width * ratio);
		this.#canvas.height = Math.round(HEIGHT * ratio);
		this.#canvas.style.width = `${width}px`;
		this.#canvas.style.height = `${HEIGHT}px`;
		const color = canvasColors().amb;
		for (const times of hits) drawHits(context, { width: this.#canvas.width, ratio, from, to, times, color });
	}
}
