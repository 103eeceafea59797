import { bitBangStop, segmentsOf, type TransactionStep } from "@gpioscope/logic";
import { accessSteps } from "../model/accessForms.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import type { I2cLink, Presence } from "./I2cLink.ts";
import { isNotAcknowledged } from "./refusals.ts";
import type { SendCall } from "./SendCall.ts";

type BitBangBus = Extract<I2cBus, { kind: "bitBang" }>;

/** Any two GPIOs, moved by pigpiod itself; they must be open. */
export function bitBangLink(bus: BitBangBus, send: SendCall): I2cLink {
	const run = async (address: number, steps: readonly TransactionStep[]): Promise<Uint8Array> => {
		const { sda } = bus;
		const segments = segmentsOf([{ kind: "address", address }, ...steps], "bitBang");
		try {
			return await send("runBitBangI2c", { sda, segments });
		} catch (error) {
			// After an error pigpiod leaves the lines as they are, which would hold up all that follows.
			if (isNotAcknowledged(error)) await send("runBitBangI2c", { sda, segments: bitBangStop });
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
