import { formatFrequency, formatSpan, type Pulse } from "@gpioscope/logic";
import { shownCapture } from "../../bridge/index.ts";
import type { CompareLayer } from "../compare/CompareLayer.ts";
import { otherPulseAt } from "../compare/otherPulse.ts";
import { seenPulse } from "../figures/seen.ts";
import { type Lane, laneAt, lowerHalf } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { pointAt } from "./drawPoints.ts";
import { addElement, setShown } from "./element.ts";
import { gapExplanation } from "./gapText.ts";
import { lastingOf, pixelOf, type Shown, timeOf } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";

/** Pulses narrower than this are told, but not tinted, CSS pixels. */
const LEAST_TINT = 2;

/** Whose pulse is meant: that of the shown capture, or of the one that it is compared with. */
type Side = "shown" | "other";

interface Place {
	readonly side: Side;
	readonly channel: number;
}

interface Pointer {
	readonly x: number;
	/** From the top of the plot. */
	readonly y: number;
}

/** What lies under the pointer: a pulse with its figures, or a gap with its cause. */
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
	#pulse: (Place & { readonly pulse: Pulse }) | undefined;

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
		if (pointer === undefined) this.#pulse = undefined;
		this.#update();
	}

	#update(): void {
		const shown = this.#timeline.shown;
		const pointer = this.#pointer;
		if (shown === undefined || pointer === undefined) {
			this.#hide();
			return;
		}
		const time = timeOf(pointer.x, shown);
		const reach = lastingOf(2, shown);
		const lane = laneAt(laneStore.getState(), pointer.y + shown.scroll);
		const side: Side =
			lane !== undefined && pointer.y + shown.scroll >= lane.top + lane.height - lane.lower
				? "other"
				: "shown";
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
		if (lane === undefined) {
			this.#hide();
			return;
		}
		this.#ask({ side, channel: lane.channel }, time);
		const known = this.#pulse;
		if (
			known === undefined ||
			known.side !== side ||
			known.channel !== lane.channel ||
			time < known.pulse.start ||
			time > known.pulse.end
		) {
			this.#hide();
			return;
		}
		this.#showPulse(known.pulse, side === "other" ? { ...lane, ...lowerHalf(lane) } : lane, shown);
	}

	#ask({ side, channel }: Place, time: number): void {
		const known = this.#pulse;
		const isKnown = known?.channel === channel && known.side === side;
		if (isKnown && time >= known.pulse.start && time < known.pulse.end) return;
		this.#asked = { side, channel, time };
		if (this.#isAsking) return;
		this.#isAsking = true;
		const asked = this.#asked;
		const answer = side === "other" ? otherPulseAt(channel, time) : shownCapture.pulseAt(channel, time);
		answer
			.then((pulse) => {
				this.#pulse = pulse === undefined ? undefined : { side, channel, pulse };
			})
			.catch((error: unknown) => {
				this.#pulse = undefined;
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				this.#isAsking = false;
				// Without a pulse the answer is the same until the pointer moves.
				if (this.#pulse !== undefined || this.#asked !== asked) this.#update();
			});
	}

	#showPulse(stored: Pulse, lane: Lane, shown: Shown): void {
		const pulse = seenPulse(stored, lane.inverted);
		const top = lane.top - shown.scroll;
		const left = pixelOf(pulse.start, shown);
		const right = pixelOf(pulse.end, shown);
		// Nobody knows what a line did in a gap: nothing is painted over one.
		setShown(this.#tint, right - left >= LEAST_TINT && !pulse.overGap);
		const from = Math.max(0, left);
		const width = Math.min(shown.width, right) - from;
		this.#tint.style.transform = `translate(${from}px, ${top + lane.padTop}px)`;
		this.#tint.style.width = `${Math.max(0, width)}px`;
		this.#tint.style.height = `${lane.height - lane.padTop - lane.padBottom}px`;
		this.#tint.style.setProperty("--tone", `var(--c${lane.color})`);
		const periodWidth = pulse.period === undefined ? 0 : pixelOf(pulse.start + pulse.period, shown) - left;
		setShown(
			this.#period,
			!pulse.overGap && periodWidth >= 12 && left >= 0 && left + periodWidth <= shown.width,
		);
		this.#period.style.transform = `translate(${left}px, ${top + lane.padTop - 5}px)`;
		this.#period.style.width = `${periodWidth}px`;
		this.#readout.toggleAttribute("data-wraps", false);
		this.#readout.replaceChildren(...pulseText(pulse, lane.inverted));
		this.#showReadout(shown, Math.min(right, shown.width) + 10, top + lane.height + 8);
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

/** `High 310 µs`, `Period 1.250 ms`, `800.0 Hz`, `24.8 %`, each as its own element. */
function pulseText(pulse: Pulse, isInverted: boolean): HTMLElement[] {
	const level = document.createElement("b");
	level.textContent = `${pulse.level === 1 ? "High" : "Low"} ${formatSpan(pulse.width)}`;
	const parts: HTMLElement[] = [level];
	const add = (text: string): void => {
		const part = document.createElement("span");
		part.textContent = text;
		parts.push(part);
	};
	if (pulse.period !== undefined) add(`Period ${formatSpan(pulse.period)}`);
	if (pulse.frequency !== undefined) add(formatFrequency(pulse.frequency));
	if (pulse.duty !== undefined) add(`${(pulse.duty * 100).toFixed(1)} %`);
	if (isInverted) add("inverted");
	if (pulse.overGap) add("over a gap");
	return parts;
}
