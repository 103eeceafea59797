import type { Control } from "./Control.ts";
import type { DeviceKind } from "./defineDevice.ts";
import { FakeWorld } from "./FakeWorld.ts";
import { Random } from "./Random.ts";

/** A control of a device in words. */
export interface ControlText {
	readonly name: string;
	/** What a person reads on it. */
	readonly label: string;
	/** What can be done to it, such as "number, -55 to 125 degC in steps of 0.5". */
	readonly takes: string;
}

/** What can be done to a device of a kind and read off it, for documents and help. */
export function describeControls(kind: DeviceKind): ControlText[] {
	const gpios = Object.fromEntries(Object.keys(kind.pins).map((pin, gpio) => [pin, gpio]));
	const device = kind.create({ name: kind.kind, gpios, options: kind.example, random: new Random(1) });
	device.attach(new FakeWorld());
	return Object.entries(device.controls).map(([name, control]) => ({
		name,
		label: control.label,
		takes: takes(control),
	}));
}

function takes(control: Control): string {
	switch (control.kind) {
		case "number":
			return `number, ${control.min} to ${withUnit(control.max, control.unit)} in steps of ${control.step}`;
		case "choice":
			return `one of ${control.choices.map((choice) => `\`${choice}\``).join(", ")}`;
		case "picture":
			return `picture, ${control.width} x ${control.height} pixels`;
		case "reading":
			return control.unit === "" ? "to read" : `to read, in ${control.unit}`;
		default:
			return control.kind;
	}
}

function withUnit(value: number, unit: string): string {
	return unit === "" ? String(value) : `${value} ${unit}`;
}
