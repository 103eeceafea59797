import { formatFrequency, formatSpan } from "@gpioscope/logic";
import { edgeMask, moveMarker, moveMarkerSnapped, SNAP_PIXELS } from "../markers/placeMarker.ts";
import { type ShownMarker, shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { addElement, setShown, setText } from "./element.ts";
import { pixelOf, type Shown } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

const TONES: Readonly<Record<ShownMarker["tone"], string>> = {
	gold: "var(--gold)",
	blue: "var(--blue)",
	green: "var(--green)",
	red: "var(--mred)",
	mark: "var(--mark)",
};
const HANDLE =
	'<svg width="14" height="10" viewBox="0 0 14 10" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M5 1 1.5 5 5 9M9 1l3.5 4L9 9"/></svg>';
/** Width of a flag of one letter. */
const LEAST_FLAG = 15;
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
		this.#separateFlags(markers, shown);
		this.#placeRanges(shown);
	}

	/** Flags that would cover one another show only what is free of them, at least their first letter. */
	#separateFlags(markers: readonly ShownMarker[], shown: Shown): void {
		const placed = markers
			.map((marker) => ({ flag: this.#parts.get(marker.id)?.flag, x: pixelOf(marker.time, shown) }))
			.sort((a, b) => a.x - b.x);
		placed.forEach(({ flag, x }, index) => {
			if (flag === undefined) return;
			const next = placed[index + 1]?.x ?? Number.POSITIVE_INFINITY;
			const previous = placed[index - 1]?.x ?? Number.NEGATIVE_INFINITY;
			const room = next - x;
			// Too close to the next one, a flag hangs to the left of its line if that is free.
			const isLeft = room < LEAST_FLAG && x - previous >= 2 * LEAST_FLAG;
			flag.toggleAttribute("data-left", isLeft);
			flag.style.maxWidth = isLeft || !Number.isFinite(room) ? "" : `${Math.max(LEAST_FLAG, room)}px`;
			flag.style.zIndex = String(index + 1);
		});
		this.#flagPixels = placed.map(({ x }) => x);
	}

	#placeMarker(marker: ShownMarker, shown: Shown): void {
		const { line, flag, handle } = this.#parts.get(marker.id) ?? this.#add(marker);
		const x = pixelOf(marker.time, shown);
		const isShown = x >= -1 && x <= shown.width;
		for (const element of [line, flag, handle]) {
			if (element === undefined) continue;
			setShown(element, isShown);
			element.style.transform = `translateX(${x}px)`;
		}
		setText(flag, marker.flag);
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
			this.#makeDraggable(handle, marker.id);
		}
		for (const element of [line, flag, handle]) element?.style.setProperty("--tone", TONES[marker.tone]);
		this.#makeDraggable(flag, marker.id);
		const parts = { line, flag, handle };
		this.#parts.set(marker.id, parts);
		return parts;
	}

	#makeDraggable(element: HTMLElement, id: string): void {
		element.addEventListener("pointerdown", (event) => {
			event.stopPropagation();
			element.setPointerCapture(event.pointerId);
			if (id === "blue") scopeStore.setState({ bluePinned: true });
		});
		element.addEventListener("pointermove", (event) => {
			if (!element.hasPointerCapture(event.pointerId)) return;
			const shown = this.#timeline.shown;
			if (shown === undefined) return;
			event.stopPropagation();
			const x = event.clientX - this.#timeline.over.getBoundingClientRect().left;
			const micros = (shown.view.to - shown.view.from) / shown.width;
			const time = shown.view.from + x * micros;
			if (event.altKey) moveMarker(id, time);
			else moveMarkerSnapped(id, time, edgeMask(), SNAP_PIXELS * micros);
		});
		for (const name of ["click", "pointerup"] as const) {
			element.addEventListener(name, (event) => event.stopPropagation());
		}
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
	const span = `Δ ${formatSpan(micros)}`;
	return micros === 0 ? span : `${span} · ${formatFrequency(1e6 / Math.abs(micros))}`;
}
