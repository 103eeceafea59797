import { type DeviceRegister, registersOf, sizeOf } from "@gpioscope/logic";
import { hexOf } from "../../../widgets/hexBytes.ts";
import { linkOf } from "../link/linkOf.ts";
import type { AccessForm, AccessInput, AccessVerb } from "../model/accessForms.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import { hexText } from "../model/numbers.ts";
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
	return perform({ text: `${verb} ${hexText(address)}: ${label}${at}` }, async () => {
		const link = linkOf(bus);
		const bytes = await noteResult(bus, address, form.hasRegister ? input.register : undefined, () =>
			link.access(address, form, verb, input),
		);
		const registers = registersOf(kindAt(i2cStore.getState(), bus, address));
		if (verb === "read" && (form.hasRegister || registers.length === 1))
			noteValues(bus, address, valuesOf(registers, form.hasRegister ? input.register : 0, bytes));
		if (verb !== "read" && form.hasRegister) await readBack(bus, address, input.register);
		return bytes.length === 0 ? "ok" : hexOf(bytes.subarray(0, 4));
	});
}

/** Bytes read from a register on, by the registers that are wholly among them. */
function valuesOf(
	registers: readonly DeviceRegister[],
	from: number,
	bytes: Uint8Array,
): ReadonlyMap<number, Uint8Array> {
	return new Map(
		registers.flatMap((register) => {
			const at = register.address - from;
			const isWithin = at >= 0 && at + sizeOf(register) <= bytes.length;
			return isWithin ? [[register.address, bytes.slice(at, at + sizeOf(register))] as const] : [];
		}),
	);
}

/** After a write the table shows what the device has, never what was sent. */
async function readBack(bus: I2cBus, address: number, from: number): Promise<void> {
	const kind = kindAt(i2cStore.getState(), bus, address);
	if (kind.access !== "registers") return;
	const register = registersOf(kind).find((each) => each.address === from);
	if (register === undefined || register.access === "writeOnly" || register.readChanges === true) return;
	const bytes = await linkOf(bus).readRegisters(address, from, sizeOf(register));
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
	return perform({ text: `write ${hexText(address)}: ${hexText(register.address)} = ${shown}` }, async () => {
		const kind = kindAt(i2cStore.getState(), bus, address);
		const head = kind.access === "plain" ? [] : [register.address];
		await linkOf(bus).run(address, [{ kind: "write", bytes: Uint8Array.of(...head, ...bytes) }]);
		await readBack(bus, address, register.address);
		return "ok";
	});
}
