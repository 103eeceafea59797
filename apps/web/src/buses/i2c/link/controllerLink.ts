import { segmentsOf } from "@gpioscope/logic";
import { accessCall, answeredBytes } from "../model/accessForms.ts";
import { deviceKey } from "../model/i2cBus.ts";
import { i2cStore } from "../state/i2cStore.ts";
import type { I2cLink, Presence } from "./I2cLink.ts";
import { isNotAcknowledged, isPigpioError, sendCall } from "./sendCall.ts";

/** A controller of the chip, by way of Linux: each device is opened before it is used, and closed after unless it was open. */
export function controllerLink(bus: number): I2cLink {
	const withHandle = async <T>(address: number, use: (handle: number) => Promise<T>): Promise<T> => {
		const open = i2cStore.getState().handles[deviceKey({ kind: "controller", number: bus }, address)];
		if (open !== undefined) return use(open.handle);
		const handle = await sendCall("openI2c", { bus, address, flags: 0 });
		try {
			return await use(handle);
		} finally {
			await sendCall("closeI2c", { handle });
		}
	};
	return {
		player: "controller",
		probe: async (address, probe): Promise<Presence> => {
			try {
				await withHandle(address, (handle) =>
					probe === "quick"
						? sendCall("writeI2cQuick", { handle, bit: 0 })
						: sendCall("readI2cByte", { handle }),
				);
				return "found";
			} catch (error) {
				if (isNotAcknowledged(error)) return "nobody";
				if (isPigpioError(error, "PI_I2C_OPEN_FAILED")) return "busy";
				throw error;
			}
		},
		readRegisters: (address, register, count) =>
			withHandle(address, (handle) => sendCall("readI2cRegisters", { handle, register, count })),
		access: (address, form, verb, input) =>
			withHandle(address, async (handle) => {
				const call = accessCall(form, verb, handle, input);
				if (call === undefined) throw new Error(`${form.label} has nothing to ${verb}.`);
				return answeredBytes(form, verb, await sendCall(call.name, call.args));
			}),
		run: (address, steps) =>
			withHandle(address, (handle) =>
				sendCall("runI2cSegments", { handle, segments: segmentsOf(steps, "controller") }),
			),
	};
}
