import { type ControlValue, packBytes } from "@gpioscope/protocol";
import { loadBench } from "../bench/loadBench.ts";
import type { Control } from "../devices/Control.ts";
import { describeOptions } from "../devices/describeOptions.ts";
import { deviceKinds } from "../devices/deviceKinds.ts";
import type { WiredDevice } from "../devices/WiredDevice.ts";
import { ControlError } from "./ControlError.ts";
import type { ControlHandlersOf, ControlHost } from "./ControlHandler.ts";
import { benchFactsOf, currentValue, deviceFactsOf } from "./factsOf.ts";

function deviceOf({ bench }: ControlHost, name: string): WiredDevice {
	const found = bench.devices.find((device) => device.name === name);
	if (found !== undefined) return found;
	const names = bench.devices.map((device) => device.name).join(", ") || "none";
	throw new ControlError("unknownDevice", `There is no device "${name}"; there are: ${names}.`);
}

function controlOf(host: ControlHost, device: string, name: string): Control {
	const { controls } = deviceOf(host, device);
	const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
	if (control !== undefined) return control;
	const names = Object.keys(controls).join(", ") || "none";
	throw new ControlError("unknownControl", `${device} has no control "${name}"; it has: ${names}.`);
}

function wrong(device: string, name: string, { kind }: Control, verb: string): ControlError {
	return new ControlError("wrongControl", `${name} of ${device} is of kind ${kind} and cannot be ${verb}.`);
}

/** Sets what can be set. @throws ControlError with what the value must be */
function change(control: Control, value: ControlValue, place: string): boolean {
	const refuse = (expected: string) =>
		new ControlError("invalidValue", `${place} must be ${expected}, not ${JSON.stringify(value)}.`);
	switch (control.kind) {
		case "switch":
			if (typeof value !== "boolean") throw refuse("true or false");
			control.set(value);
			return true;
		case "number": {
			const { min, max, unit } = control;
			if (typeof value !== "number" || !(value >= min && value <= max)) {
				throw refuse(`${min} to ${max} ${unit}`.trim());
			}
			control.set(value);
			return true;
		}
		case "choice":
			if (typeof value !== "string" || !control.choices.includes(value)) {
				throw refuse(`one of ${control.choices.join(", ")}`);
			}
			control.set(value);
			return true;
		case "text":
			if (typeof value !== "string") throw refuse("a text");
			control.set(value);
			return true;
		default:
			return false;
	}
}

export const deviceHandlers: ControlHandlersOf<
	| "devices"
	| "get"
	| "set"
	| "press"
	| "picture"
	| "kinds"
	| "attach"
	| "detach"
	| "load"
	| "subscribe"
	| "unsubscribe"
> = {
	devices: ({ bench }) => benchFactsOf(bench),
	get: (host, { device, control: name }) => {
		const control = controlOf(host, device, name);
		const value = currentValue(control);
		if (value === undefined) throw wrong(device, name, control, "read");
		return { value };
	},
	set: (host, { device, control: name, value }) => {
		const control = controlOf(host, device, name);
		if (!change(control, value, `${name} of ${device}`)) throw wrong(device, name, control, "set");
		return { value: currentValue(control) ?? value };
	},
	press: (host, { device, control: name }) => {
		const control = controlOf(host, device, name);
		if (control.kind !== "press") throw wrong(device, name, control, "pressed");
		control.run();
		return {};
	},
	picture: (host, { device, control: name }) => {
		const control = controlOf(host, device, name);
		if (control.kind !== "picture") throw wrong(device, name, control, "looked at");
		const { width, height } = control;
		return { width, height, pixels: packBytes(control.get()) as { hex: string } };
	},
	kinds: () => ({
		kinds: deviceKinds.map((each) => ({
			kind: each.kind,
			summary: each.summary,
			pins: Object.fromEntries(Object.entries(each.pins).map(([pin, { text }]) => [pin, text])),
			options: Object.fromEntries(
				describeOptions(each).map(({ name, text, expects }) => [name, `${text} (${expects})`]),
			),
		})),
	}),
	attach: ({ bench }, { device }) => deviceFactsOf(bench.add(device)),
	detach: (host, { device }) => {
		host.bench.detach(deviceOf(host, device));
		return {};
	},
	load: ({ bench }, { bench: nameOrFile }) => {
		bench.load(loadBench(nameOrFile));
		return benchFactsOf(bench);
	},
	subscribe: ({ bench }, _, session) => {
		session.subscribe();
		return benchFactsOf(bench);
	},
	unsubscribe: (_host, _args, session) => {
		session.unsubscribe();
		return {};
	},
};
