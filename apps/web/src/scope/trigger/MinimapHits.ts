import { shownCapture } from "../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { addElement } from "../timeline/element.ts";
import { drawHits } from "./drawHits.ts";
import styles from "./TriggerLayer.module.css";
import { currentTriggers } from "./triggerStore.ts";

/** CSS pixels. */
const HEIGHT = 5;

/** The hits of the triggers over the overview of a capture, as triangles at its top. */
export class MinimapHits {
	readonly #canvas: HTMLCanvasElement;
	readonly #stop: () => void;
	#latest = { hits: [] as readonly Float64Array[], from: 0, to: 1, width: 1 };

	constructor(host: HTMLElement) {
		this.#canvas = addElement(host, "canvas", styles["hits"]);
		this.#stop = onCanvasColorsChange(() => this.#draw());
	}

	destroy(): void {
		this.#stop();
		this.#canvas.remove();
	}

	/** Shows the hits of [from, to), µs, over so many CSS pixels. */
	async show(from: number, to: number, width: number): Promise<void> {
		const enabled = currentTriggers().filter((trigger) => trigger.enabled);
		const hits = enabled.length === 0 ? [] : await shownCapture.hits(enabled, from, to, width);
		this.#latest = { hits: hits.map(({ times }) => times), from, to, width };
		this.#draw();
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
