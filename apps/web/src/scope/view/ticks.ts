import { scaleOf, type TimeView } from "./timeView.ts";

const SECOND = 1e6;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** From a second on, steps are those of a clock. */
const CLOCK_STEPS = [
	...[1, 2, 5, 10, 20, 30].map((count) => count * SECOND),
	...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
	...[1, 2, 4, 8, 12, 24].map((count) => count * HOUR),
];
const DAY = 24 * HOUR;
const NARROWEST_DIVISION = 32;
const LEAST_TICK_DISTANCE = 14;

/**
 * The next step of the 1-2-5 row (a clock's row from one second, days above) that is at least `least` µs; never under
 * `finest`, a tick of the capture.
 */
export function stepAtLeast(least: number, finest = 1): number {
	if (least <= finest) return finest;
	if (least <= SECOND) {
		const power = 10 ** Math.floor(Math.log10(least));
		for (const factor of [1, 2, 5, 10]) {
			// The tolerance keeps 0.1 + 0.2 from skipping a step; below a microsecond 5 * 0.001 is not quite 0.005.
			if (factor * power >= least * (1 - 1e-9)) return power < 1 ? roundFine(factor * power) : factor * power;
		}
	}
	const clock = CLOCK_STEPS.find((step) => step >= least * (1 - 1e-9));
	if (clock !== undefined) return clock;
	const days = least / DAY;
	const power = 10 ** Math.floor(Math.log10(days));
	const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= days * (1 - 1e-9)) ?? 10;
	return factor * power * DAY;
}

/** Rounds to a picosecond. */
function roundFine(micros: number): number {
	return Math.round(micros * 1e6) / 1e6;
}

/** The neighbouring step of the row: `direction` 1 is coarser, -1 finer. */
export function neighbourStep(step: number, direction: 1 | -1, finest = 1): number {
	if (direction === 1) return stepAtLeast(step * 1.01, finest);
	// Every step of the row is at least two fifths of the next one; two tries find the one just below.
	for (const share of [0.65, 0.45, 0.35, 0.15]) {
		const candidate = stepAtLeast(step * share, finest);
		if (candidate < step) return candidate;
	}
	return finest;
}

/** Time of one division (one grid line to the next), µs. */
export function divisionOf(view: TimeView, width: number, finest = 1): number {
	return stepAtLeast(NARROWEST_DIVISION * scaleOf(view, width), finest);
}

export interface Ruler {
	/** Distance of grid lines, µs. */
	readonly division: number;
	/** Distance of labelled ticks, µs; a multiple of the division. */
	readonly labels: number;
	/** Distance of unlabelled ticks, µs. */
	readonly ticks: number;
}

/** Steps of grid and ruler such that labels of `labelWidth` CSS pixels do not meet. */
export function rulerOf(view: TimeView, width: number, labelWidth: number, finest = 1): Ruler {
	const division = divisionOf(view, width, finest);
	const scale = scaleOf(view, width);
	let labels = division;
	while (labels / scale < labelWidth) {
		// Labels must fall onto grid lines: 5 s over 2 s would not.
		labels = nextMultiple(stepAtLeast(labels * 1.01, finest), division);
	}
	let ticks = division;
	for (const parts of [5, 2]) {
		const part = division / parts;
		if (part / scale >= LEAST_TICK_DISTANCE && part >= finest) {
			ticks = part;
			break;
		}
	}
	return { division, labels, ticks };
}

function nextMultiple(step: number, division: number): number {
	const multiple = Math.ceil(step / division - 1e-9) * division;
	return multiple < 1 ? roundFine(multiple) : multiple;
}

/** Every multiple of `step` counted from `zero` that lies in the view, ascending, as whole numbers of steps. */
export function multiplesIn(view: TimeView, step: number, zero: number): number[] {
	const first = Math.ceil((view.from - zero) / step - 1e-9);
	const last = Math.floor((view.to - zero) / step + 1e-9);
	const found: number[] = [];
	for (let index = first; index <= last; index++) found.push(index);
	return found;
}
