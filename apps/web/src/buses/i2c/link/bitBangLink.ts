import { bitBangStop, segmentsOf, type TransactionStep } from "@gpioscope/logic";
import { accessSteps } from "../model/accessForms.ts";
import { busKey, type I2cBus } from "../model/i2cBus.ts";
import { i2cStore } from "../state/i2cStore.ts";
import type { I2cLink, Presence } from "./I2cLink.ts";
import { isNotAcknowledged, sendCall } from "./sendCall.ts";

type BitBangBus = Extract<I2cBus, { kind: "bitBang" }>;

/** Opens the two GPIOs; they stay open until they are closed or the page leaves. */
export async function openPort(bus: BitBangBus): Promise<void> {
	const { sda, scl, baud } = bus;
	if (i2cStore.getState().ports[busKey(bus)] === baud) return;
	await closePort(bus);
	await sendCall("openBitBangI2c", { sda, scl, baud });
	i2cStore.setState(({ ports }) => ({ ports: { ...ports, [busKey(bus)]: baud } }));
}

/** Gives the two GPIOs back. */
export async function closePort(bus: BitBangBus): Promise<void> {
	if (i2cStore.getState().ports[busKey(bus)] === undefined) return;
	await sendCall("closeBitBangI2c", { sda: bus.sda });
	i2cStore.setState(({ ports: { [busKey(bus)]: _closed, ...ports } }) => ({ ports }));
}

/** Any two GPIOs, moved by pigpiod itself. */
export function bitBangLink(bus: BitBangBus): I2cLink {
	const run = async (address: number, steps: readonly TransactionStep[]): Promise<Uint8Array> => {
		await openPort(bus);
		const { sda } = bus;
		const segments = segmentsOf([{ kind: "address", address }, ...steps], "bitBang");
		try {
			return await sendCall("runBitBangI2c", { sda, segments });
		} catch (error) {
			// After an error pigpiod leaves the lines as they are, which would hold up all that follows.
			if (isNotAcknowledged(error)) await sendCall("runBitBangI2c", { sda, segments: bitBangStop });
			throw error;
		}
	};
	return {
		player: "bitBang",
		// pigpiod takes no write without bytes, so that reading is the only way to ask.
		probe: async (address): Promise<Presence> => {
			try {
				await run(address, [{ kind: "read", count: 1 }]);
				return "found";
			} catch (error) {
				if (isNotAcknowledged(error)) return "nobody";
				throw error;
			}
		},
		readRegisters: (address, register, count) =>
			run(address, [
				{ kind: "write", bytes: Uint8Array.of(register) },
				{ kind: "read", count },
			]),
		access: (address, form, verb, input) => run(address, accessSteps(form, verb, input)),
		run,
	};
}
