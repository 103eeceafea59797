import { formatFrequency } from "@gpioscope/logic";
import { layFlags } from "../markers/flagLayout.ts";
import { markerTone } from "../markers/markerTone.ts";
import { type ShownMarker, shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";
import { dragMarker } from "./dragMarker.ts";
import { addElement, setShown, setText } from "./element.ts";
import { pixelOf, type Shown } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

const HANDLE =
	'<svg width="14" height="10" viewBox="0 0 14 10" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M5 1 1.5 5 5 9M9 1l3.5 4L9 9"/></svg>';
/** Width of the arrow's text with its arrow heads. */
const DIMENSION_TEXT = 150;

interface Parts {
	readonly line: HTMLElement;
	readonly flag: HTMLElement;
	/** Only where fingers move it. */
	readonly handle: HTMLElement | undefined;
}

/** Lines over the lanes, flags in the ruler and the distance from gold to blue; moved without drawing the lanes anew. */
export class MarkerLayer {
	readonly #timeline: Timeline;
	readonly #ruler: HTMLElement;
	readonly #parts = new Map<string, Parts>();
	readonly #cursorRange: Range;
	readonly #selectedRange: Range;
	readonly #dimension: HTMLElement;
	readonly #dimensionText: HTMLElement;
	readonly #withHandles: boolean;
	/** Where flags begin, ascending, CSS pixels. */
	#flagPixels: readonly number[] = [];
	readonly #stops: (() => void)[];

	constructor(timeline: Timeline, ruler: HTMLElement, withHandles: boolean) {
		this.#timeline = timeline;
		this.#ruler = ruler;
		this.#withHandles = withHandles;
		const addRange = (): Range => ({
			tint: addElement(timeline.over, "div", styles["range"]),
			bar: addElement(ruler, "div", styles["rulerRange"]),
		});
		this.#cursorRange = addRange();
		this.#selectedRange = addRange();
		this.#dimension = addElement(ruler, "div", styles["dimension"]);
		addElement(this.#dimension, "div", styles["arrow"]);
		this.#dimensionText = addElement(this.#dimension, "div", styles["dimensionText"]);
		this.#stops = [
			timeline.overlay((shown) => this.#place(shown)),
			scopeStore.subscribe((state, before) => {
				const shown = timeline.shown;
				const changed =
					state.cursors !== before.cursors ||
					state.named !== before.named ||
					state.bluePinned !== before.bluePinned;
				if (changed && shown !== undefined) this.#place(shown);
			}),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
	}

	#place(shown: Shown): void {
		const markers = shownMarkers(scopeStore.getState());
		const ids = new Set(markers.map((marker) => marker.id));
		for (const [id, { line, flag, handle }] of this.#parts) {
			if (ids.has(id)) continue;
			line.remove();
			flag.remove();
			handle?.remove();
			this.#parts.delete(id);
		}
		for (const marker of markers) this.#placeMarker(marker, shown);
		this.#layFlags(markers, shown);
		this.#placeRanges(shown);
	}

	/** Flags stand side by side; where there is no room for a name they are an initial. */
	#layFlags(markers: readonly ShownMarker[], shown: Shown): void {
		const placed = markers
			.map((marker) => ({ marker, flag: this.#parts.get(marker.id)?.flag, x: pixelOf(marker.time, shown) }))
			.filter(({ x }) => isInSight(x, shown))
			.sort((a, b) => a.x - b.x);
		const places = layFlags(
			placed.map(({ x }) => x),
			shown.width,
		);
		placed.forEach(({ marker, flag }, index) => {
			const place = places[index];
			if (flag === undefined || place === undefined) return;
			flag.style.transform = `translateX(${place.left}px)`;
			flag.style.maxWidth = place.room === undefined ? "" : `${place.room}px`;
			flag.toggleAttribute("data-initial", place.isInitial);
			setText(flag, place.isInitial ? marker.initial : marker.flag);
		});
		this.#flagPixels = places.map(({ left }) => left);
	}

	#placeMarker(marker: ShownMarker, shown: Shown): void {
		const { line, flag, handle } = this.#parts.get(marker.id) ?? this.#add(marker);
		const x = pixelOf(marker.time, shown);
		for (const element of [line, flag, handle])
			if (element !== undefined) setShown(element, isInSight(x, shown));
		line.style.transform = `translateX(${x}px)`;
		if (handle !== undefined) handle.style.transform = `translateX(${x}px)`;
		flag.toggleAttribute("data-pinned", marker.pinned);
		flag.setAttribute("aria-label", marker.name);
	}

	#add(marker: ShownMarker): Parts {
		const line = addElement(this.#timeline.over, "div", styles["line"]);
		line.toggleAttribute("data-dashed", marker.dashed);
		const flag = addElement(this.#ruler, "div", styles["flag"]);
		flag.setAttribute("role", "img");
		let handle: HTMLElement | undefined;
		if (this.#withHandles && !marker.dashed) {
			handle = addElement(this.#timeline.over, "div", styles["handle"]);
			handle.innerHTML = HANDLE;
			handle.setAttribute("role", "img");
			handle.setAttribute("aria-label", `${marker.name} handle`);
			dragMarker(handle, marker.id, this.#timeline);
		}
		for (const element of [line, flag, handle]) element?.style.setProperty("--tone", markerTone(marker.tone));
		dragMarker(flag, marker.id, this.#timeline);
		const parts = { line, flag, handle };
		this.#parts.set(marker.id, parts);
		return parts;
	}

	#placeRanges(shown: Shown): void {
		const { gold, blue, green, red } = scopeStore.getState().cursors;
		const cursorPlace = this.#placeRange(this.#cursorRange, gold, blue, shown);
		const selectedPlace = this.#placeRange(this.#selectedRange, green, red, shown);
		// One distance is told: of the cursors, or of the selection while there are not two cursors.
		if (cursorPlace !== undefined && gold !== undefined && blue !== undefined)
			this.#placeDimension(cursorPlace, blue - gold, shown);
		else if (selectedPlace !== undefined && green !== undefined && red !== undefined)
			this.#placeDimension(selectedPlace, red - green, shown);
		else setShown(this.#dimension, false);
	}

	/** Tints a stretch over lanes and ruler; answers its place when there is one. */
	#placeRange(
		range: Range,
		start: number | undefined,
		end: number | undefined,
		shown: Shown,
	): Stretch | undefined {
		const isShown = start !== undefined && end !== undefined && start !== end;
		for (const element of [range.tint, range.bar]) setShown(element, isShown);
		if (!isShown) return undefined;
		const left = Math.max(-2, pixelOf(Math.min(start, end), shown));
		const right = Math.min(shown.width + 2, pixelOf(Math.max(start, end), shown));
		for (const element of [range.tint, range.bar]) {
			element.style.transform = `translateX(${left}px)`;
			element.style.width = `${Math.max(0, right - left)}px`;
		}
		return { left, right };
	}

	#placeDimension({ left, right }: Stretch, micros: number, shown: Shown): void {
		const width = Math.max(0, right - left);
		this.#dimension.style.transform = `translateX(${left}px)`;
		this.#dimension.style.width = `${width}px`;
		setText(this.#dimensionText, distanceText(micros));
		const isBeside = width < DIMENSION_TEXT;
		this.#dimension.toggleAttribute("data-beside", isBeside);
		const hasFlag = (from: number, to: number): boolean =>
			this.#flagPixels.some((x) => x > from + 1 && x < to - 1);
		// Beside the right flag there may be no room left, or another flag.
		const isFree = isBeside
			? right >= 0 && right + DIMENSION_TEXT < shown.width && !hasFlag(right, right + DIMENSION_TEXT)
			: !hasFlag(left, right);
		setShown(this.#dimension, isFree);
	}
}

function isInSight(x: number, { width }: Shown): boolean {
	return x >= -1 && x <= width;
}

/** The tint of a stretch over the lanes, and its bar in the ruler. */
interface Range {
	readonly tint: HTMLElement;
	readonly bar: HTMLElement;
}

/** CSS pixels from the plot's left, cut to it. */
interface Stretch {
	readonly left: number;
	readonly right: number;
}

/** `Δ 6.250 ms · 160.0 Hz`. */
export function distanceText(micros: number): string {
	const span = `Δ ${spanText(micros)}`;
	return micros === 0 ? span : `${span} · ${formatFrequency(1e6 / Math.abs(micros))}`;
}
