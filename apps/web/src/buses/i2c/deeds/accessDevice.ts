import { type DeviceRegister, hexText, registersOf, sizeOf } from "@gpioscope/logic";
import { hexOf } from "../../../widgets/hexBytes.ts";
import { linkOf } from "../link/linkOf.ts";
import type { SendCall } from "../link/SendCall.ts";
import type { AccessForm, AccessInput, AccessVerb } from "../model/accessForms.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import { registersWithin } from "../model/reading.ts";
import { i2cStore, kindAt } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";
import { noteValues } from "./readDevice.ts";
import { noteResult } from "./runSteps.ts";

/** Reads or writes a device by hand; what was read appears in its table and as the result. */
export function accessDevice(
	bus: I2cBus,
	address: number,
	form: AccessForm,
	verb: AccessVerb,
	input: AccessInput,
): Promise<boolean> {
	const at = form.hasRegister ? ` at ${hexText(input.register)}` : "";
	const label = form.label.toLowerCase();
	return perform({ text: `${verb} ${hexText(address)}: ${label}${at}` }, async (send) => {
		const link = linkOf(bus, send);
		const bytes = await noteResult(bus, address, form.hasRegister ? input.register : undefined, () =>
			link.access(address, form, verb, input),
		);
		const kind = kindAt(i2cStore.getState(), bus, address);
		if (verb === "read" && (form.hasRegister || kind.access === "plain"))
			noteValues(bus, address, registersWithin(kind, form.hasRegister ? input.register : 0, bytes));
		if (verb !== "read" && form.hasRegister) await readBack(bus, address, input.register, send);
		return bytes.length === 0 ? "ok" : hexOf(bytes.subarray(0, 4));
	});
}

/** After a write the table shows what the device has, never what was sent. */
async function readBack(bus: I2cBus, address: number, from: number, send: SendCall): Promise<void> {
	const kind = kindAt(i2cStore.getState(), bus, address);
	if (kind.access !== "registers") return;
	const register = registersOf(kind).find((each) => each.address === from);
	if (register === undefined || register.access === "writeOnly" || register.readChanges === true) return;
	const bytes = await linkOf(bus, send).readRegisters(address, from, sizeOf(register));
	noteValues(bus, address, new Map([[from, bytes]]));
}

/** Writes one register of a device, in the order of its bytes. */
export function writeRegister(
	bus: I2cBus,
	address: number,
	register: DeviceRegister,
	bytes: Uint8Array,
): Promise<boolean> {
	const shown = hexOf(bytes);
	return perform(
		{ text: `write ${hexText(address)}: ${hexText(register.address)} = ${shown}` },
		async (send) => {
			const kind = kindAt(i2cStore.getState(), bus, address);
			const head = kind.access === "plain" ? [] : [register.address];
			await linkOf(bus, send).run(address, [{ kind: "write", bytes: Uint8Array.of(...head, ...bytes) }]);
			await readBack(bus, address, register.address, send);
			return "ok";
		},
	);
}
