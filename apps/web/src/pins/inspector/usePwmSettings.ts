import type { PwmFrequency } from "@gpioscope/logic";
import { useEffect, useMemo, useState } from "react";
import { bridge } from "../../bridge/index.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { requestSlide, takePin } from "../activity/pinGestures.ts";
import { changePin, slidePin } from "../activity/sendPin.ts";
import { pwmStepsOf } from "../model/pwmSteps.ts";

/** pigpiod's range and frequency of a pin on which nobody has set others. */
const defaultRange = 255;
const defaultStep = 12;

/** What PWM on a GPIO has or would have, and what changes it, asking first where something else would stop. */
export interface PwmSettings {
	readonly running: boolean;
	readonly dutyCycle: number;
	readonly range: number;
	/** The 18 frequencies, lowest first, and which of them is set. */
	readonly steps: readonly PwmFrequency[];
	readonly index: number;
	readonly setDuty: (dutyCycle: number) => void;
	/** By its place among the steps. */
	readonly setFrequency: (index: number) => void;
	readonly setRange: (range: number) => void;
}

/** Range and frequency outlive PWM itself: on a pin without PWM they are asked of the daemon. */
export function usePwmSettings(gpio: number): PwmSettings {
	const drive = usePin(gpio)?.drive;
	const samplePeriod = useSamplePeriod();
	const steps = useMemo(() => pwmStepsOf(samplePeriod), [samplePeriod]);
	const [kept, setKept] = useState<{ gpio: number; range: number; frequency: number }>();
	const running = drive?.kind === "pwm";
	useEffect(() => {
		if (running) return;
		let wanted = true;
		Promise.all([bridge.call("getPwmRange", { gpio }), bridge.call("getPwmFrequency", { gpio })]).then(
			([range, frequency]) => {
				if (wanted) setKept({ gpio, range, frequency });
			},
			// Without an answer the daemon's defaults stand; the connection's own trouble is told elsewhere.
			() => undefined,
		);
		return () => {
			wanted = false;
		};
	}, [gpio, running]);
	const asked = kept?.gpio === gpio ? kept : undefined;
	const frequency = running ? drive.frequency : (asked?.frequency ?? steps[defaultStep]?.frequency ?? 0);
	const exact = steps.findIndex((step) => step.frequency === frequency);
	// On a pin without PWM the daemon sends no news of what was just set.
	const remember = (change: { readonly range?: number; readonly frequency?: number }): void =>
		setKept({ gpio, range: asked?.range ?? defaultRange, frequency, ...change });
	return {
		running,
		dutyCycle: running ? drive.dutyCycle : 0,
		range: running ? drive.range : (asked?.range ?? defaultRange),
		steps,
		index: exact < 0 ? defaultStep : exact,
		setDuty: (dutyCycle) => requestSlide({ command: "setPwm", args: { gpio, dutyCycle } }),
		setFrequency: (index) => {
			const wanted = steps[index]?.frequency;
			if (wanted === undefined) return;
			const call = { command: "setPwmFrequency", args: { gpio, frequency: wanted } } as const;
			takePin("inspector", call, () => {
				slidePin(call);
				remember({ frequency: wanted });
			});
		},
		setRange: (range) => {
			const call = { command: "setPwmRange", args: { gpio, range } } as const;
			takePin("inspector", call, () => {
				void changePin(call);
				remember({ range });
			});
		},
	};
}
