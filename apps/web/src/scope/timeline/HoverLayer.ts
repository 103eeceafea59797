import type { CompareLayer } from "../compare/CompareLayer.ts";
import { breakAtPixel, breakExplanation } from "../fold/foldNow.ts";
import { lowerHalf, rowAt } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { pointAt } from "./drawPoints.ts";
import { addElement, setShown } from "./element.ts";
import { gapExplanation } from "./gapText.ts";
import type { Side, TellingRow, Told } from "./hover/Told.ts";
import { tellBus } from "./hover/tellBus.ts";
import { tellPulse } from "./hover/tellPulse.ts";
import { lastingOf, pixelOf, type Shown, timeOf } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

/** Stretches narrower than this are told, but not tinted, CSS pixels. */
const LEAST_TINT = 2;

/** A row, in the capture of which it tells something. */
interface Place {
	readonly id: string;
	readonly side: Side;
}

interface Pointer {
	readonly x: number;
	/** From the top of the plot. */
	readonly y: number;
}

/** What lies under the pointer: a pulse with its figures, a bus with its value, a gap with its cause. */
export class HoverLayer {
	readonly #timeline: Timeline;
	readonly #compared: CompareLayer;
	readonly #tint: HTMLElement;
	readonly #period: HTMLElement;
	readonly #readout: HTMLElement;
	readonly #stop: () => void;
	#pointer: Pointer | undefined;
	#asked: (Place & { readonly time: number }) | undefined;
	#isAsking = false;
	#known: (Place & { readonly told: Told }) | undefined;

	/** @param compared knows what the other capture lost, whose traces may stand in lower halves of lanes */
	constructor(timeline: Timeline, compared: CompareLayer) {
		this.#timeline = timeline;
		this.#compared = compared;
		this.#tint = addElement(timeline.over, "div", styles["tint"]);
		this.#period = addElement(timeline.over, "div", styles["period"]);
		this.#readout = addElement(timeline.over, "div", styles["readout"]);
		this.#hide();
		this.#stop = timeline.overlay(() => this.#update());
	}

	destroy(): void {
		this.#stop();
	}

	/** Takes the pointer's place in the plot; undefined when it left or drags something. */
	point(pointer: Pointer | undefined): void {
		this.#pointer = pointer;
		if (pointer === undefined) this.#known = undefined;
		this.#update();
	}

	#update(): void {
		const shown = this.#timeline.shown;
		const pointer = this.#pointer;
		if (shown === undefined || pointer === undefined) {
			this.#hide();
			return;
		}
		const idle = breakAtPixel(pointer.x);
		if (idle !== undefined) {
			this.#hide();
			this.#readout.toggleAttribute("data-wraps", true);
			this.#readout.textContent = breakExplanation(idle);
			this.#showReadout(shown, pointer.x + 12, pointer.y + 14);
			return;
		}
		const time = timeOf(pointer.x, shown);
		const reach = lastingOf(2, shown);
		const row = tellingRowAt(pointer.y + shown.scroll);
		const side: Side =
			row !== undefined && pointer.y + shown.scroll >= row.top + row.height - row.lower ? "other" : "shown";
		const gap =
			side === "other"
				? this.#compared.gapAt(time, reach)
				: shown.gaps.find(({ from, to }) => time >= from - reach && time < to + reach);
		if (gap !== undefined) {
			this.#hide();
			this.#readout.toggleAttribute("data-wraps", true);
			this.#readout.textContent = gapExplanation(gap);
			this.#showReadout(shown, pointer.x + 12, pointer.y + 14);
			return;
		}
		const point = pointAt(shown.points, pointer.x, pointer.y);
		if (point !== undefined) {
			this.#hide();
			this.#readout.toggleAttribute("data-wraps", true);
			this.#readout.textContent = point.text;
			this.#showReadout(shown, pointer.x + 12, pointer.y + 14);
			return;
		}
		if (row === undefined) {
			this.#hide();
			return;
		}
		this.#ask(row, side, time);
		const known = this.#known;
		if (!isOf(known, row, side) || time < known.told.start || time > known.told.end) {
			this.#hide();
			return;
		}
		this.#show(known.told, side === "other" ? { ...row, ...lowerHalf(row) } : row, shown);
	}

	#ask(row: TellingRow, side: Side, time: number): void {
		const known = this.#known;
		if (isOf(known, row, side) && time >= known.told.start && time < known.told.end) return;
		const { id } = row;
		this.#asked = { id, side, time };
		if (this.#isAsking) return;
		this.#isAsking = true;
		const asked = this.#asked;
		const answer = row.kind === "bus" ? tellBus(row, side, time) : tellPulse(row, side, time);
		answer
			.then((told) => {
				this.#known = told === undefined ? undefined : { id, side, told };
			})
			.catch((error: unknown) => {
				this.#known = undefined;
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				this.#isAsking = false;
				// With nothing to tell the answer is the same until the pointer moves.
				if (this.#known !== undefined || this.#asked !== asked) this.#update();
			});
	}

	#show({ start, end, period, overGap, texts }: Told, row: TellingRow, shown: Shown): void {
		const top = row.top - shown.scroll;
		const left = pixelOf(start, shown);
		const right = pixelOf(end, shown);
		// Nobody knows what a line did in a gap: nothing is painted over one.
		setShown(this.#tint, right - left >= LEAST_TINT && !overGap);
		const from = Math.max(0, left);
		const width = Math.min(shown.width, right) - from;
		this.#tint.style.transform = `translate(${from}px, ${top + row.padTop}px)`;
		this.#tint.style.width = `${Math.max(0, width)}px`;
		this.#tint.style.height = `${row.height - row.padTop - row.padBottom}px`;
		this.#tint.style.setProperty("--tone", `var(--c${row.kind === "trace" ? row.color : 0})`);
		const periodWidth = period === undefined ? 0 : pixelOf(start + period, shown) - left;
		setShown(this.#period, !overGap && periodWidth >= 12 && left >= 0 && left + periodWidth <= shown.width);
		this.#period.style.transform = `translate(${left}px, ${top + row.padTop - 5}px)`;
		this.#period.style.width = `${periodWidth}px`;
		this.#readout.toggleAttribute("data-wraps", false);
		this.#readout.replaceChildren(...texts().map(partOf));
		this.#showReadout(shown, Math.min(right, shown.width) + 10, top + row.height + 8);
	}

	#showReadout(shown: Shown, x: number, y: number): void {
		setShown(this.#readout, true);
		const width = this.#readout.offsetWidth;
		const height = this.#readout.offsetHeight;
		const left = Math.max(4, Math.min(x, shown.width - width - 4));
		const top = y + height > shown.height ? y - height - 60 : y;
		this.#readout.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(2, top))}px)`;
	}

	#hide(): void {
		for (const element of [this.#tint, this.#period, this.#readout]) setShown(element, false);
	}
}

function tellingRowAt(y: number): TellingRow | undefined {
	const row = rowAt(laneStore.getState(), y);
	return row?.kind === "trace" || row?.kind === "bus" ? row : undefined;
}

function isOf<T extends Place>(known: T | undefined, { id }: TellingRow, side: Side): known is T {
	return known?.id === id && known.side === side;
}

function partOf(text: string, place: number): HTMLElement {
	const part = document.createElement(place === 0 ? "b" : "span");
	part.textContent = text;
	return part;
}
