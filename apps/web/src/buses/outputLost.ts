import { pinsStore } from "../stores/pinsStore.ts";

const OUTPUT = 1;

/**
 * Tells when a GPIO that this page drives stops being an output, whoever made it something else: release all, another
 * page or another program.
 *
 * @param driven the GPIO, as far as the listener knows; undefined for none
 */
export function onOutputLost(driven: () => number | undefined, lost: (gpio: number) => void): () => void {
	return pinsStore.subscribe(({ pins }, before) => {
		const gpio = driven();
		if (gpio === undefined || before.pins[gpio]?.mode !== OUTPUT) return;
		const mode = pins[gpio]?.mode;
		if (mode !== undefined && mode !== OUTPUT) lost(gpio);
	});
}
