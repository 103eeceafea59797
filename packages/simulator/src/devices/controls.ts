import type { Control } from "./Control.ts";
import type { Micros } from "./Device.ts";
import type { DeviceContext } from "./defineDevice.ts";

type NumberControl = Extract<Control, { kind: "number" }>;

/** A number a person can set. Times and temperatures come as floats; what is read is rounded to `step`. */
export function numberControl(
	label: string,
	unit: string,
	[min, max, step]: readonly [min: number, max: number, step: number],
	get: () => number,
	set: (value: number) => void,
): NumberControl {
	return { kind: "number", label, unit, min, max, step, get: () => roundTo(step, get()), set };
}

/** A number or state that can be looked at. */
export function readingControl(label: string, unit: string, get: () => number | string | boolean): Control {
	return { kind: "reading", label, unit, get };
}

/** Whether a device is plugged in. */
export function connectedControl(slave: { isConnected: boolean }): Control {
	return {
		kind: "switch",
		label: "Plugged in",
		get: () => slave.isConnected,
		set: (value) => {
			slave.isConnected = value;
		},
	};
}

/** Spikes of a length that a sample period of 1 to 10 us shows, and that upset what does not filter them. */
const spike: readonly [shortest: Micros, longest: Micros] = [12, 40];

/** A short false level on a line, as a motor's brushes or a loose wire make it. */
export function glitchControl<Pin extends string>(
	{ glitch, random }: Pick<DeviceContext<Pin, unknown>, "glitch" | "random">,
	pin: Pin,
	label = "Inject a glitch",
): Control {
	return { kind: "press", label, run: () => glitch(pin, random.between(...spike)) };
}

/** The nearest multiple of `step`, without the dust of binary fractions. */
export function roundTo(step: number, value: number): number {
	return Number((Math.round(value / step) * step).toFixed(6));
}
