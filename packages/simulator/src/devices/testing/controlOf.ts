import type { Control } from "../Control.ts";
import type { WiredDevice } from "../WiredDevice.ts";

/** A control of a device that must be of a kind. */
export function controlOf<K extends Control["kind"]>(
	device: WiredDevice,
	name: string,
	kind: K,
): Extract<Control, { kind: K }> {
	const control = device.controls[name];
	if (control?.kind !== kind) throw new Error(`${device.name} has no ${kind} control ${name}`);
	return control as Extract<Control, { kind: K }>;
}

/** Does what a "press" control does. */
export function press(device: WiredDevice, name: string): void {
	controlOf(device, name, "press").run();
}
