import type { Pi } from "@gpioscope/client";
import { samplePeriods } from "@gpioscope/logic";
import { PigpioError } from "@gpioscope/protocol";

/** GPIOs that programs seldom touch, so that their PWM frequency is a plain one. */
const seldomUsed = [31, 30, 29, 28, 27];

/**
 * Microseconds between two samples. pigpiod has no command for it, but a PWM period is real range times sample
 * period.
 */
export async function findSamplePeriod(pi: Pi): Promise<number | undefined> {
	for (const gpio of seldomUsed) {
		try {
			const [frequency, realRange] = await Promise.all([
				pi.getPwmFrequency({ gpio }),
				pi.getPwmRealRange({ gpio }),
			]);
			const found = 1_000_000 / (frequency * realRange);
			const nearest = samplePeriods.find((period) => Math.abs(period / found - 1) < 0.1);
			if (nearest !== undefined) return nearest;
		} catch (error) {
			if (!(error instanceof PigpioError)) throw error;
		}
	}
	return undefined;
}
