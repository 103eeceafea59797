import { canvasColors } from "../../theme/canvasColors.ts";
import { laneStates } from "../draw/laneStates.ts";
import { type LaneRow, rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { addElement, setShown } from "../timeline/element.ts";
import { columnOf, type Shown, timeOfColumn } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import styles from "./compare.module.css";
import { type Comparison, compareStore } from "./compareStore.ts";
import { type ChannelDifferences, differencesByChannel, differingPixels, joined } from "./differenceIndex.ts";
import { drawOther } from "./drawOther.ts";
import { LowerHalves, type OtherPicture } from "./LowerHalves.ts";
import { OtherColumns } from "./OtherColumns.ts";

/** Opacity of a stretch in which the captures differ. */
const TINT = 0.22;
/** Height of the line under such a stretch, CSS pixels: it is seen without colours, too. */
const UNDERLINE = 2;

/** The other capture over the traces, dashed, or below each of them; and where the two differ. */
export class CompareLayer {
	readonly #canvas: HTMLCanvasElement;
	readonly #other: OtherColumns;
	readonly #stops: readonly (() => void)[];
	readonly #halves = new LowerHalves();
	#picture: OtherPicture | undefined;
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
		const { other, result, way } = compareStore.getState();
		const isOn = other !== undefined && result !== undefined;
		setShown(this.#canvas, isOn);
		if (!isOn) return;
		const { ratio, scroll } = shown;
		const width = Math.round(shown.width * ratio);
		const height = Math.round(shown.height * ratio);
		this.#other.ask(shown, width, other, result.shift);
		const context = this.#clear(width, height);
		if (context === null) return;
		const there = this.#other.columnsFor(shown, width, result.shift);
		this.#picture = there && { columns: there.mapped.columns, stored: there.stored, gaps: there.gaps };
		const { rows } = laneStore.getState();
		if (way === "beside") this.#halves.draw(context, rows, result.pairs, shown, this.#picture);
		else this.#overlay(context, result, shown);
		for (const row of rows) {
			const top = Math.round((row.top - scroll) * ratio);
			if (top >= height || top + row.height * ratio <= 0) continue;
			if (row.kind === "trace" || row.kind === "bus") this.#tint(context, result, row, shown, top);
		}
	}

	/** What the other capture lost at a time of this one. */
	gapAt(time: number, reach: number): OtherPicture["gaps"][number] | undefined {
		return this.#picture?.gaps.find(({ from, to }) => time >= from - reach && time < to + reach);
	}

	#overlay(context: CanvasRenderingContext2D, { pairs }: Comparison, { ratio, scroll }: Shown): void {
		const { width, height } = context.canvas;
		if (this.#picture === undefined) return;
		const { columns, stored } = this.#picture;
		if (this.#states.length !== width) this.#states = new Uint8Array(width);
		context.strokeStyle = canvasColors().t2;
		for (const lane of laneStore.getState().lanes) {
			const top = Math.round((lane.top - scroll) * ratio);
			const pair = pairs.find(({ first }) => first === lane.channel);
			if (pair === undefined || top >= height || top + lane.height * ratio <= 0) continue;
			const style = { channel: pair.second, inverted: lane.inverted, line: Math.round(ratio) };
			laneStates(this.#states, columns, style, stored, ratio);
			drawOther(context, this.#states, lane, top, ratio);
		}
	}

	/** Marks where a row differs, in both halves of one that has two. */
	#tint(
		context: CanvasRenderingContext2D,
		result: Comparison,
		row: Extract<LaneRow, { kind: "trace" | "bus" }>,
		shown: Shown,
		top: number,
	): void {
		if (this.#index?.of !== result)
			this.#index = { of: result, byChannel: differencesByChannel(result.differences) };
		const { ratio } = shown;
		const { byChannel } = this.#index;
		const mask = rowMask(row);
		const { width } = context.canvas;
		const runs = [...byChannel].flatMap(([channel, differences]) =>
			((mask >>> channel) & 1) === 0
				? []
				: differingPixels(
						differences,
						(time) => columnOf(time, shown),
						(pixel) => timeOfColumn(pixel, shown),
						width,
					),
		);
		const height = Math.round(row.height * ratio);
		const upper = Math.round((row.height - row.lower) * ratio);
		const underline = Math.round(UNDERLINE * ratio);
		context.fillStyle = canvasColors().red;
		for (const { from, to } of joined(runs)) {
			const length = Math.max(underline, to - from);
			context.globalAlpha = TINT;
			context.fillRect(from, top, length, height);
			context.globalAlpha = 1;
			context.fillRect(from, top + height - underline, length, underline);
			if (upper < height) context.fillRect(from, top + upper - underline, length, underline);
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
