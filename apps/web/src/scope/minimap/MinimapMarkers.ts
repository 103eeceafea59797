import { markerTone } from "../markers/markerTone.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { addElement, setShown } from "../timeline/element.ts";
import styles from "./minimap.module.css";

/** A line for each cursor and marker in the overview. */
export class MinimapMarkers {
	readonly #host: HTMLElement;
	readonly #pixelOf: (time: number) => number;
	readonly #lines = new Map<string, HTMLElement>();
	readonly #stop: () => void;

	/** @param pixelOf CSS pixel of the overview at which a capture time (µs) lies. */
	constructor(host: HTMLElement, pixelOf: (time: number) => number) {
		this.#host = host;
		this.#pixelOf = pixelOf;
		this.#stop = scopeStore.subscribe((state, before) => {
			if (state.cursors !== before.cursors || state.named !== before.named) this.place();
		});
	}

	destroy(): void {
		this.#stop();
		for (const line of this.#lines.values()) line.remove();
	}

	/** Puts the lines where they belong, as after the overview has changed. */
	place(): void {
		const markers = shownMarkers(scopeStore.getState());
		for (const [id, line] of this.#lines) {
			if (markers.some((marker) => marker.id === id)) continue;
			line.remove();
			this.#lines.delete(id);
		}
		for (const { id, time, tone } of markers) {
			const line = this.#lines.get(id) ?? this.#add(id, markerTone(tone));
			const x = this.#pixelOf(time);
			setShown(line, x >= 0 && x <= this.#host.clientWidth);
			line.style.transform = `translateX(${Math.round(x)}px)`;
		}
	}

	#add(id: string, tone: string): HTMLElement {
		const line = addElement(this.#host, "div", styles["marker"]);
		line.style.setProperty("--tone", tone);
		this.#lines.set(id, line);
		return line;
	}
}
