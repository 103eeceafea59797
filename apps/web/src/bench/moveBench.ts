import type { ControlValue } from "@gpioscope/protocol";
import { Coalescer } from "../actions/Coalescer.ts";
import { showError } from "../actions/showError.ts";
import { bridge } from "../bridge/index.ts";
import { controlKey, takeBenchEvent } from "../stores/benchStore.ts";

const coalescers = new Map<string, Coalescer<ControlValue>>();

/** Does what a control of kind press stands for. */
export async function press(device: string, control: string): Promise<void> {
	try {
		await bridge.bench("press", { device, control });
	} catch (error) {
		showError(`${device} was not moved`, error);
	}
}

/** Sets a control; while one value is on its way only the newest further one is kept. */
export function set(device: string, control: string, value: ControlValue): void {
	const key = controlKey(device, control);
	const known = coalescers.get(key);
	const coalescer = known ?? new Coalescer<ControlValue>((next) => send(device, control, next));
	coalescers.set(key, coalescer);
	coalescer.push(value);
}

async function send(device: string, control: string, value: ControlValue): Promise<void> {
	try {
		const answer = (await bridge.bench("set", { device, control, value })) as { value: ControlValue };
		takeBenchEvent({ event: "values", values: [{ device, control, value: answer.value }] });
	} catch (error) {
		showError(`${device} was not changed`, error);
	}
}

/** Takes the picture of a display: one byte a pixel, row by row from the top. */
export async function pictureOf(device: string, control: string): Promise<Uint8Array> {
	const { pixels } = (await bridge.bench("picture", { device, control })) as { pixels: Uint8Array };
	return pixels;
}
