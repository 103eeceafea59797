import { type DeviceKind, type DeviceRegister, sizeOf } from "./DeviceKind.ts";
import { registersOf } from "./knownDevices.ts";

/** Linux's block read gives no more at once. */
export const LONGEST_BLOCK = 32;

/** One read on the bus, and the registers it answers. */
export interface RegisterRead {
	readonly from: number;
	/** Bytes, 1 to 32. */
	readonly count: number;
	readonly registers: readonly DeviceRegister[];
}

/** Whether reading all registers reads this one. */
function isRead({ access, readChanges }: DeviceRegister): boolean {
	return access !== "writeOnly" && readChanges !== true;
}

/** The reads that answer all registers of a device which may be read, as few as there can be. */
export function readPlan(kind: DeviceKind): readonly RegisterRead[] {
	const reads: RegisterRead[] = [];
	for (const register of registersOf(kind).filter(isRead)) {
		const size = sizeOf(register);
		const last = reads.at(-1);
		const joins =
			kind.readsOn &&
			last !== undefined &&
			last.from + last.count === register.address &&
			last.count + size <= LONGEST_BLOCK;
		if (joins) {
			reads[reads.length - 1] = {
				from: last.from,
				count: last.count + size,
				registers: [...last.registers, register],
			};
		} else reads.push({ from: register.address, count: size, registers: [register] });
	}
	return reads;
}
