import { functionOfMode, type PinFunction, type Processor } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";

const INPUT = 0;
const OUTPUT = 1;

/**
 * What would stop if these GPIOs were taken for a bus, one sentence each. `isOwn` tells which functions of a peripheral
 * are the bus's own.
 */
export function linesInUse(
	gpios: readonly number[],
	pins: Readonly<Record<number, PinFacts>>,
	processor: Processor,
	isOwn: (found: PinFunction) => boolean = () => false,
): readonly string[] {
	return gpios.flatMap((gpio) => {
		const facts = pins[gpio];
		if (facts === undefined || facts.mode === INPUT) return [];
		if (facts.mode !== OUTPUT) {
			const found = functionOfMode(gpio, facts.mode, processor);
			if (found === undefined || isOwn(found)) return [];
			return [`GPIO ${gpio} is ${found.name} now, which stops.`];
		}
		const driven = driveNames[facts.drive.kind];
		return [`GPIO ${gpio} is ${driven ?? "an output"} now, which stops.`];
	});
}

const driveNames: Readonly<Record<PinFacts["drive"]["kind"], string | undefined>> = {
	none: undefined,
	level: undefined,
	pwm: "driven by PWM",
	servo: "driven as a servo",
	hardwarePwm: "driven by hardware PWM",
	clock: "driven by a clock",
	wave: "driven by a wave",
};
