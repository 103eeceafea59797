import { useState } from "react";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { requestChange, requestSlide, takePin } from "../activity/pinGestures.ts";
import { movePin } from "../activity/sendPin.ts";
import { safeServoLimits, servoCentre, servoLimits } from "../model/servoWidth.ts";
import { usePinsView } from "../pinsViewStore.ts";
import { type Sweep, useSweep } from "./useSweep.ts";

/** A servo on a GPIO and what moves it. Widths are in microseconds. */
export interface Servo {
	readonly isOn: boolean;
	/** What it gets, else what it would get. */
	readonly width: number;
	readonly limits: { readonly min: number; readonly max: number };
	readonly set: (width: number) => void;
	readonly off: () => void;
	readonly sweep: Sweep;
	/** Begins to move to and fro from where it is, or ends it. */
	readonly toggleSweep: () => void;
}

/** The servo of a GPIO as the daemon says, within the limits chosen for it. */
export function useServo(gpio: number, disabled: boolean): Servo {
	const drive = usePin(gpio)?.drive;
	const sent = drive?.kind === "servo" ? drive.pulseWidth : 0;
	const isWide = usePinsView((state) => state.wideServos[gpio] === true);
	const [draft, setDraft] = useState<number>(servoCentre);
	const limits = isWide ? servoLimits : safeServoLimits;
	const isOn = sent > 0;
	const width = isOn ? sent : draft;
	const callOf = (pulseWidth: number): PinCall => ({ command: "setServo", args: { gpio, pulseWidth } });
	const sweep = useSweep(limits, !disabled, (next) => movePin(callOf(next)));
	return {
		isOn,
		width,
		limits,
		set: (next) => {
			setDraft(next);
			requestSlide(callOf(next));
		},
		off: () => {
			sweep.stop();
			requestChange("inspector", callOf(0));
		},
		sweep,
		toggleSweep: () => {
			if (sweep.running) sweep.stop();
			else takePin("inspector", callOf(width), () => sweep.start(width));
		},
	};
}
