import { type CommandCall, formatPigs, type LeakableHandle, pigpioErrors } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import { Outside } from "../handlers/Handler.ts";
import { handlers } from "../handlers/handlers.ts";
import { requestOf } from "../handlers/performLocally.ts";

/** What crashed programs left open cannot be had, for the daemon's own reason. */
export class LeakRefused extends Error {
	override readonly name = "LeakRefused";
}

/** Addresses from here on are those of chips: lower ones are reserved. */
const FIRST_I2C_ADDRESS = 8;
const READ_ONLY = 1;

const opening: Readonly<Record<LeakableHandle, (index: number, path: string | undefined) => CommandCall>> = {
	notification: () => ({ name: "openNotificationPipe", args: {} }),
	i2c: (index) => ({
		name: "openI2c",
		args: { bus: 1, address: FIRST_I2C_ADDRESS + (index % 100), flags: 0 },
	}),
	spi: () => ({ name: "openSpi", args: { channel: 0, baud: 100_000, flags: 0 } }),
	serial: (_, path) => ({
		name: "openSerial",
		args: { device: path ?? "/dev/serial0", baud: 9600, flags: 0 },
	}),
	script: () => ({ name: "storeScript", args: { text: "mils 1" } }),
	file: (_, path) => ({ name: "openFile", args: { path: path ?? "/opt/pigpio/access", mode: READ_ONLY } }),
};

/**
 * Opens handles that nobody will close.
 * @param path the file or serial device to open
 * @returns their numbers
 * @throws LeakRefused when the daemon refuses one, with its reason; those opened before stay open
 */
export async function leakHandles(
	daemon: Daemon,
	kind: LeakableHandle,
	count: number,
	path: string | undefined,
): Promise<number[]> {
	const handles: number[] = [];
	for (let index = 0; index < count; index++) {
		const call = opening[kind](index, path);
		const handle = await open(daemon, call);
		if (handle < 0) {
			const line = formatPigs<typeof call.name>(call.name, call.args);
			const reason = pigpioErrors[handle];
			const text = reason === undefined ? `${handle}` : `${reason.name} (${reason.text})`;
			throw new LeakRefused(`Handle ${index + 1} of ${count}: the daemon answers "${line}" with ${text}.`);
		}
		handles.push(handle);
	}
	return handles;
}

async function open(daemon: Daemon, call: CommandCall): Promise<number> {
	const reply = handlers[call.name](daemon, requestOf(call));
	if (reply instanceof Outside) return await new Promise((resolve) => reply.begin(resolve));
	if (typeof reply === "number") return reply;
	throw new Error(`${call.name} does not answer with a handle`);
}
