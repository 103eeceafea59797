import type { WaveDocument } from "@gpioscope/logic";
import type { CanvasColors } from "../../theme/canvasColors.ts";
import { rulerSteps, tickLabel, ticksIn } from "../model/rulerTicks.ts";
import { toPixel, type WaveViewport } from "../model/viewport.ts";
import { rulerHeight } from "./trackGeometry.ts";

/** What the ruler shows. */
export interface RulerScene {
	readonly document: WaveDocument;
	readonly view: WaveViewport;
	readonly width: number;
	readonly colors: CanvasColors;
	/** The stretch that is selected, in microseconds. */
	readonly span: { readonly from: number; readonly to: number } | undefined;
	/** Font of the page, for the labels. */
	readonly font: string;
}

/** Paints ticks, their times, the selected stretch and the handle of the document's end. */
export function paintRuler(context: CanvasRenderingContext2D, scene: RulerScene): void {
	const { view, width, colors, span, document } = scene;
	const { major, minor } = rulerSteps(view.scale);
	context.fillStyle = colors.line2;
	for (const time of ticksIn(view, width, minor)) context.fillRect(Math.round(toPixel(view, time)), 22, 1, 4);
	context.font = `10.5px ${scene.font}`;
	context.textBaseline = "alphabetic";
	for (const time of ticksIn(view, width, major)) {
		const x = Math.round(toPixel(view, time));
		context.fillStyle = colors.t3;
		context.fillRect(x, 17, 1, 9);
		if (time < 0) continue;
		context.fillStyle = colors.t2;
		context.fillText(tickLabel(time), x + 4, 21);
	}
	if (span !== undefined) {
		const from = toPixel(view, span.from);
		context.fillStyle = colors.acc;
		context.beginPath();
		context.roundRect(from, 0, Math.max(2, toPixel(view, span.to) - from), 4, 2);
		context.fill();
	}
	const end = Math.round(toPixel(view, document.length));
	context.fillStyle = colors.t2;
	context.beginPath();
	context.moveTo(end - 4, rulerHeight - 7);
	context.lineTo(end + 5, rulerHeight - 7);
	context.lineTo(end + 0.5, rulerHeight);
	context.fill();
}
