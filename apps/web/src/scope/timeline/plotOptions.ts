import type uPlot from "uplot";

/** Height of the ruler in CSS pixels: flags above, labels below. */
export const RULER_HEIGHT = 26;

interface Hooks {
	/** After clearing, before axes: for the lanes. */
	readonly drawClear: (plot: uPlot) => void;
	/** In the room of the axis: for the ruler. */
	readonly drawAxes: (plot: uPlot) => void;
}

/** A uPlot that only hosts: one time scale, room for the ruler above, nothing of its own to draw. */
export function plotOptions(hooks: Hooks): uPlot.Options {
	return {
		width: 1,
		height: RULER_HEIGHT + 1,
		padding: [0, 0, 0, 0],
		legend: { show: false },
		cursor: { show: false },
		select: { show: false, left: 0, top: 0, width: 0, height: 0 },
		scales: {
			x: { time: false, auto: false, range: (_plot, min, max) => [min, max] },
			y: { auto: false, range: [0, 1] },
		},
		series: [{}, { show: false }],
		axes: [
			{
				side: 0,
				size: RULER_HEIGHT,
				ticks: { show: false },
				grid: { show: false },
				splits: () => [],
				values: () => [],
			},
			{ show: false },
		],
		hooks: { drawClear: [hooks.drawClear], drawAxes: [hooks.drawAxes] },
	};
}

/** Two points that uPlot wants before it accepts a scale. */
export const hostData: uPlot.AlignedData = [
	[0, 1],
	[0, 0],
];
