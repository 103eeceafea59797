import type { BenchFacts, ControlFacts, ControlValue, DeviceFacts } from "@gpioscope/protocol";
import type { Bench } from "../bench/Bench.ts";
import type { Control } from "../devices/Control.ts";
import type { WiredDevice } from "../devices/WiredDevice.ts";

/** What stands on the bench now. */
export function benchFactsOf({ name, devices }: Bench): BenchFacts {
	return { name, devices: devices.map(deviceFactsOf) };
}

/** A device with its controls and their values now. */
export function deviceFactsOf({ name, kind, gpios, controls }: WiredDevice): DeviceFacts {
	return {
		name,
		kind,
		gpios: { ...gpios },
		controls: Object.entries(controls).map(([short, control]) => controlFactsOf(short, control)),
	};
}

function controlFactsOf(name: string, control: Control): ControlFacts {
	const { label } = control;
	switch (control.kind) {
		case "press":
		case "text":
			return { kind: control.kind, name, label };
		case "switch":
			return { kind: "switch", name, label, value: control.get() };
		case "number": {
			const { unit, min, max, step } = control;
			return { kind: "number", name, label, unit, min, max, step, value: control.get() };
		}
		case "choice":
			return { kind: "choice", name, label, choices: [...control.choices], value: control.get() };
		case "reading":
			return { kind: "reading", name, label, unit: control.unit, value: control.get() };
		case "picture":
			return { kind: "picture", name, label, width: control.width, height: control.height };
	}
}

/** The value of a control that has one. */
export function currentValue(control: Control): ControlValue | undefined {
	switch (control.kind) {
		case "switch":
		case "number":
		case "choice":
		case "reading":
			return control.get();
		default:
			return undefined;
	}
}
