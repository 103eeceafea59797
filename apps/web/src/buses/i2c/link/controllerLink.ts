import { segmentsOf } from "@gpioscope/logic";
import { accessCall, answeredBytes } from "../model/accessForms.ts";
import type { I2cLink, Presence } from "./I2cLink.ts";
import { isNotAcknowledged, isPigpioError } from "./refusals.ts";
import type { SendCall } from "./SendCall.ts";

/**
 * A controller of the chip, by way of Linux: each device is opened before it is used, and closed after unless it was open.
 * @param handleOf the handle of the device at an address, where it is open
 */
export function controllerLink(
	bus: number,
	handleOf: (address: number) => number | undefined,
	send: SendCall,
): I2cLink {
	const withHandle = async <T>(address: number, use: (handle: number) => Promise<T>): Promise<T> => {
		const open = handleOf(address);
		if (open !== undefined) return use(open);
		const handle = await send("openI2c", { bus, address, flags: 0 });
		try {
			return await use(handle);
		} finally {
			await send("closeI2c", { handle });
		}
	};
	return {
		player: "controller",
		probe: async (address, probe): Promise<Presence> => {
			try {
				await withHandle(address, (handle) =>
					probe === "quick" ? send("writeI2cQuick", { handle, bit: 0 }) : send("readI2cByte", { handle }),
				);
				return "found";
			} catch (error) {
				if (isNotAcknowledged(error)) return "nobody";
				if (isPigpioError(error, "PI_I2C_OPEN_FAILED")) return "busy";
				throw error;
			}
		},
		readRegisters: (address, register, count) =>
			withHandle(address, (handle) => send("readI2cRegisters", { handle, register, count })),
		access: (address, form, verb, input) =>
			withHandle(address, async (handle) => {
				const call = accessCall(form, verb, handle, input);
				if (call === undefined) throw new Error(`${form.label} has nothing to ${verb}.`);
				return answeredBytes(form, verb, await send(call.name, call.args));
			}),
		run: (address, steps) =>
			withHandle(address, (handle) =>
				send("runI2cSegments", { handle, segments: segmentsOf(steps, "controller") }),
			),
	};
}
