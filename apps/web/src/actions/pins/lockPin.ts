import { bridge } from "../../bridge/index.ts";
import { styleGpio } from "../../stores/namesStore.ts";
import { showError } from "../showError.ts";

/** Keeps every page and program behind gpioscope from changing a pin, or lets them again; this browser remembers it. */
export async function lockPin(gpio: number, locked: boolean): Promise<void> {
	try {
		await bridge.lockPin(gpio, locked);
		styleGpio(gpio, { locked });
	} catch (error) {
		showError(`${locked ? "Lock" : "Unlock"} GPIO ${gpio}`, error);
	}
}
