import { type PwmFrequency, pwmFrequencies } from "@gpioscope/logic";
import { percentText } from "./driveText.ts";

/** The 18 frequencies of a sample period (microseconds), lowest first, as a slider runs. */
export function pwmStepsOf(samplePeriod: number): readonly PwmFrequency[] {
	return [...pwmFrequencies(samplePeriod)].reverse();
}

/** What of a frequency decides which duty cycles there are. */
type PwmStep = Pick<PwmFrequency, "realRange" | "period">;

/** What a duty cycle really becomes. */
export interface PwmOutcome {
	/** Asked for, 0 to 1. */
	readonly asked: number;
	/** What the hardware makes of it, 0 to 1. */
	readonly real: number;
	/** Steps high, of `realRange`. */
	readonly steps: number;
	readonly realRange: number;
	/** Microseconds high in each period. */
	readonly high: number;
	/** Microseconds of a period. */
	readonly period: number;
}

/** The pulse that `dutyCycle` of `range` gives at a step; pigpiod rounds down to whole samples. */
export function pwmOutcome(dutyCycle: number, range: number, step: PwmStep): PwmOutcome {
	const steps = Math.floor((dutyCycle * step.realRange) / range);
	return {
		asked: dutyCycle / range,
		real: steps / step.realRange,
		steps,
		realRange: step.realRange,
		high: (step.period * steps) / step.realRange,
		period: step.period,
	};
}

/** The duty cycle one real step up or down from another: what a press of − or + sends. */
export function nextDutyCycle(dutyCycle: number, range: number, step: PwmStep, direction: 1 | -1): number {
	const current = pwmOutcome(dutyCycle, range, step).steps;
	const wanted = Math.min(step.realRange, Math.max(0, current + direction));
	// The smallest duty cycle that reaches the wanted step; where the range is coarser than the steps, one of it.
	const reaching = Math.ceil((wanted * range) / step.realRange);
	const moved = reaching === dutyCycle ? dutyCycle + direction : reaching;
	return Math.min(range, Math.max(0, moved));
}

/** pigpiod's limits of the PWM range. */
export const rangeLimits = { min: 25, max: 40_000 } as const;

/** What a duty cycle becomes, in words and with the real share apart, which the page prints bold. */
export function outcomeWords(outcome: PwmOutcome): {
	readonly before: string;
	readonly share: string;
	readonly after: string;
} {
	const asked = percentText(outcome.asked);
	const share = percentText(outcome.real);
	return {
		before: asked === share ? "Gets " : `Asked ${asked}, gets `,
		share,
		after: `: ${outcome.steps} of ${outcome.realRange} real steps.`,
	};
}
