import { formatSpan } from "@gpioscope/logic";
import type { WaveViewport } from "./viewport.ts";

/** Steps between the ruler's ticks, in whole microseconds. */
export interface RulerSteps {
	readonly major: number;
	readonly minor: number;
}

/** A label needs this many pixels. */
const labelWidth = 64;

/** Chooses steps of 1, 2 or 5 times a power of ten so that labels do not touch. */
export function rulerSteps(scale: number): RulerSteps {
	const least = labelWidth * scale;
	const power = 10 ** Math.floor(Math.log10(least));
	const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least) ?? 10;
	const major = Math.max(1, factor * power);
	return { major, minor: Math.max(1, major / (factor === 2 ? 4 : 5)) };
}

/** Lists the multiples of a step that a plot of the given width shows. */
export function ticksIn(view: WaveViewport, width: number, step: number): number[] {
	const ticks: number[] = [];
	const end = view.from + view.scale * width;
	// Adding 0 turns the -0 of a start just below zero into 0.
	for (let index = Math.ceil(view.from / step) + 0; index * step <= end; index++) ticks.push(index * step);
	return ticks;
}

/** The words at a tick: all the digits that tell it from its neighbours. */
export function tickLabel(time: number): string {
	return time === 0 ? "0" : formatSpan(time, { significant: 12, trim: true });
}

/** A grid step that suits the zoom: about 4 pixels, of 1, 2 or 5 times a power of ten, at least 1 µs. */
export function gridFor(scale: number): number {
	const least = Math.max(1, 4 * scale);
	const power = 10 ** Math.floor(Math.log10(least));
	return Math.round(([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power);
}
