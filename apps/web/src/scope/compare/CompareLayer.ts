import { canvasColors } from "../../theme/canvasColors.ts";
import { laneStates } from "../draw/laneStates.ts";
import type { Lane } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { addElement, setShown } from "../timeline/element.ts";
import type { Shown } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import styles from "./compare.module.css";
import { type Comparison, compareStore } from "./compareStore.ts";
import { type ChannelDifferences, differencesByChannel, differingPixels } from "./differenceIndex.ts";
import { drawOther } from "./drawOther.ts";
import { OtherColumns } from "./OtherColumns.ts";

/** Opacity of a stretch in which the captures differ. */
const TINT = 0.22;
/** Height of the line under such a stretch, CSS pixels: it is seen without colours, too. */
const UNDERLINE = 2;

/** The other capture over the traces: its own traces dashed, and where the two differ. */
export class CompareLayer {
	readonly #canvas: HTMLCanvasElement;
	readonly #other: OtherColumns;
	readonly #stops: readonly (() => void)[];
	#states = new Uint8Array(0);
	#index:
		| { readonly of: Comparison; readonly byChannel: ReadonlyMap<number, ChannelDifferences> }
		| undefined;

	constructor(timeline: Timeline) {
		this.#canvas = addElement(timeline.over, "canvas", styles["layer"]);
		this.#canvas.setAttribute("aria-hidden", "true");
		this.#other = new OtherColumns(() => timeline.refresh());
		this.#stops = [
			timeline.overlay((shown) => this.#draw(shown)),
			compareStore.subscribe(() => timeline.refresh()),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		this.#canvas.remove();
	}

	#draw(shown: Shown): void {
		const { other, result } = compareStore.getState();
		const isOn = other !== undefined && result !== undefined;
		setShown(this.#canvas, isOn);
		if (!isOn) return;
		const { ratio, view, scale, scroll } = shown;
		const width = Math.round(shown.width * ratio);
		const height = Math.round(shown.height * ratio);
		this.#other.ask(view, width, other, result.shift);
		const context = this.#clear(width, height);
		if (context === null) return;
		const there = this.#other.columnsFor(view.from, scale, width, result.shift);
		if (this.#states.length !== width) this.#states = new Uint8Array(width);
		const colors = canvasColors();
		for (const lane of laneStore.getState().lanes) {
			const top = Math.round((lane.top - scroll) * ratio);
			if (top >= height || top + lane.height * ratio <= 0) continue;
			context.fillStyle = colors.red;
			this.#tint(context, result, lane, shown, top, width);
			const pair = result.pairs.find(({ first }) => first === lane.channel);
			if (pair === undefined || there === undefined) continue;
			const style = { channel: pair.second, inverted: lane.inverted, line: Math.round(ratio) };
			laneStates(this.#states, there.mapped.columns, style, there.stored, ratio);
			context.strokeStyle = colors.t2;
			drawOther(context, this.#states, lane, top, ratio);
		}
	}

	#tint(
		context: CanvasRenderingContext2D,
		result: Comparison,
		lane: Lane,
		{ view, scale, ratio }: Shown,
		top: number,
		width: number,
	): void {
		if (this.#index?.of !== result)
			this.#index = { of: result, byChannel: differencesByChannel(result.differences) };
		const differences = this.#index.byChannel.get(lane.channel);
		if (differences === undefined) return;
		const height = Math.round(lane.height * ratio);
		const underline = Math.round(UNDERLINE * ratio);
		const runs = differingPixels(
			differences,
			(time) => (time - view.from) / scale,
			(pixel) => view.from + pixel * scale,
			width,
		);
		for (const { from, to } of runs) {
			const length = Math.max(underline, to - from);
			context.globalAlpha = TINT;
			context.fillRect(from, top, length, height);
			context.globalAlpha = 1;
			context.fillRect(from, top + height - underline, length, underline);
		}
	}

	#clear(width: number, height: number): CanvasRenderingContext2D | null {
		const canvas = this.#canvas;
		const context = canvas.getContext("2d");
		if (canvas.width === width && canvas.height === height) context?.clearRect(0, 0, width, height);
		else {
			canvas.width = width;
			canvas.height = height;
		}
		return context;
	}
}
