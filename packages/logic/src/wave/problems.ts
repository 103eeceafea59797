import type { WaveCounts } from "./compile.ts";
import type { WaveDocument } from "./document.ts";
import { defaultLimits, type WaveLimits } from "./limits.ts";

/** What is known of a GPIO when a wave is about to be played. */
export interface WavePinFacts {
	readonly gpio: number;
	/** pigpio's mode number: 0 input, 1 output, others are special functions. */
	readonly mode: number;
	/** What drives it now, as far as a wave would stop it. */
	readonly drive?: "hardwarePwm" | "clock" | "pwm" | "servo";
}

/** What can be done about a problem by one button. */
export type WaveRemedy =
	| { readonly kind: "makeOutputs"; readonly gpios: readonly number[] }
	| { readonly kind: "removeTrack"; readonly gpio: number }
	| { readonly kind: "addTrack" };

/** A reason why a wave would not play, or not as drawn. */
export interface WaveProblem {
	readonly id: string;
	/** Errors keep the wave from being played; warnings are said and left to the person. */
	readonly severity: "error" | "warning";
	/** What is. One sentence. */
	readonly text: string;
	/** What to do. One sentence. */
	readonly advice?: string;
	readonly remedy?: WaveRemedy;
}

/** What problems are looked for against. */
export interface WaveSurroundings {
	readonly limits?: WaveLimits;
	/** Mask of the GPIOs which pigpiod lets users change on this board; undefined when unknown. */
	readonly permitted?: number;
	/** All GPIOs whose state is known, not only those with a track: a wave stops hardware PWM anywhere. */
	readonly pins?: readonly WavePinFacts[];
}

/** Finds what stands against playing a document, errors first. */
export function findProblems(
	document: WaveDocument,
	counts: WaveCounts,
	surroundings: WaveSurroundings = {},
): WaveProblem[] {
	const problems = [
		...sizeProblems(document, counts, surroundings.limits ?? defaultLimits),
		...pinProblems(document, surroundings),
		...conflictProblems(document, surroundings),
	];
	return problems.sort((a, b) => rank(a) - rank(b));
}

const rank = (problem: WaveProblem) => (problem.severity === "error" ? 0 : 1);

function sizeProblems(document: WaveDocument, counts: WaveCounts, limits: WaveLimits): WaveProblem[] {
	const problems: WaveProblem[] = [];
	const error = (id: string, text: string, advice: string) =>
		problems.push({ id, severity: "error", text, advice });
	if (document.tracks.length === 0)
		problems.push({
			id: "empty",
			severity: "error",
			text: "No track yet.",
			advice: "Add a GPIO, then drag on its track to draw a pulse.",
			remedy: { kind: "addTrack" },
		});
	const split = "Split it, or loop a part in a chain.";
	if (counts.pulses > limits.usablePulses)
		error(
			"pulses",
			`Too long by ${plural(counts.pulses - limits.usablePulses, "pulse")} (limit ${group(limits.pulses)}).`,
			split,
		);
	// WVCRE adds one control block of its own.
	else if (counts.controlBlocks + 1 > limits.usableControlBlocks)
		error(
			"controlBlocks",
			`Too long by ${plural(counts.controlBlocks + 1 - limits.usableControlBlocks, "control block")} (limit ${group(limits.usableControlBlocks)}).`,
			split,
		);
	else if (counts.words > limits.usableWords)
		error(
			"words",
			`Too long by ${plural(counts.words - limits.usableWords, "output word")} (limit ${group(limits.usableWords)}).`,
			split,
		);
	if (counts.micros > limits.micros)
		error("micros", "Longer than 30 minutes.", "Shorten it, or repeat a part.");
	return problems;
}

function pinProblems(document: WaveDocument, { permitted, pins }: WaveSurroundings): WaveProblem[] {
	const isAllowed = (gpio: number) => permitted === undefined || ((permitted >>> gpio) & 1) === 1;
	const modeOf = (gpio: number) => pins?.find((facts) => facts.gpio === gpio)?.mode ?? outputMode;
	const gpios = document.tracks.map((track) => track.gpio);
	const forbidden = gpios.filter((gpio) => !isAllowed(gpio));
	const silent = gpios.filter((gpio) => isAllowed(gpio) && modeOf(gpio) !== outputMode);
	return [
		...forbidden.map(
			(gpio): WaveProblem => ({
				id: `permission-${gpio}`,
				severity: "error",
				text: `pigpiod does not allow GPIO ${gpio} on this board (PI_NOT_PERMITTED).`,
				advice: "Give the track another GPIO.",
				remedy: { kind: "removeTrack", gpio },
			}),
		),
		...(silent.length === 0
			? []
			: [
					silentProblem(
						silent,
						silent.every((gpio) => modeOf(gpio) === 0),
					),
				]),
	];
}

/** pigpio's mode number of an output. */
const outputMode = 1;

function silentProblem(gpios: readonly number[], areInputs: boolean): WaveProblem {
	const isOne = gpios.length === 1;
	const what = areInputs ? (isOne ? "is an input" : "are inputs") : isOne ? "is no output" : "are no outputs";
	return {
		id: "mode",
		severity: "warning",
		text: `GPIO ${gpios.join(", ")} ${what}.`,
		advice: `The wave would not show on ${isOne ? "it" : "them"}.`,
		remedy: { kind: "makeOutputs", gpios },
	};
}

function conflictProblems(document: WaveDocument, { pins = [] }: WaveSurroundings): WaveProblem[] {
	const warning = (gpio: number, text: string): WaveProblem => ({
		id: `drive-${gpio}`,
		severity: "warning",
		text,
	});
	return pins.flatMap(({ gpio, drive }) => {
		// Waves and hardware PWM share one clock source: it stops on whatever GPIO it is.
		if (drive === "hardwarePwm") return [warning(gpio, `Playing stops hardware PWM on GPIO ${gpio}.`)];
		const isHere = document.tracks.some((track) => track.gpio === gpio);
		if (!isHere || drive === undefined || drive === "clock") return [];
		const what = drive === "pwm" ? "PWM" : "Servo pulses";
		return [warning(gpio, `${what} on GPIO ${gpio} and the wave would mix.`)];
	});
}

const group = (value: number) => value.toString().replace(/\B(?=(\d{3})+$)/g, "\u2009");
const plural = (count: number, word: string) => `${group(count)} ${word}${count === 1 ? "" : "s"}`;
