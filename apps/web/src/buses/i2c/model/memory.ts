import type { DeviceKind, TransactionStep } from "@gpioscope/logic";
import { readHex } from "../../../widgets/hexBytes.ts";

/** What is written at once must lie within one page, else it goes on at the page's beginning. */
const pageBytes = { memory16: 32, memory8: 8 } as const;

/** Bytes that a memory has. */
export function memorySize({ bytes = 256 }: DeviceKind): number {
	return bytes;
}

/** A place of a memory as it is written before the bytes, the high byte first. */
export function placeBytes({ access }: DeviceKind, place: number): readonly number[] {
	return access === "memory16" ? [place >>> 8, place & 0xff] : [place];
}

/** What reading bytes of a memory from a place on takes. */
export function memorySteps(kind: DeviceKind, place: number, count: number): readonly TransactionStep[] {
	return [
		{ kind: "write", bytes: Uint8Array.from(placeBytes(kind, place)) },
		{ kind: "read", count },
	];
}

/** Bytes to be written from a place on, or what is wrong with them. */
export function readPageBytes(
	{ access }: DeviceKind,
	place: number,
	text: string,
): { readonly ok: true; readonly data: Uint8Array } | { readonly ok: false; readonly problem: string } {
	const typed = readHex(text);
	if (typed.bytes === undefined) return { ok: false, problem: typed.problem };
	const page = access === "memory16" ? pageBytes.memory16 : pageBytes.memory8;
	const room = page - (place % page);
	const { length } = typed.bytes;
	return length >= 1 && length <= room
		? { ok: true, data: typed.bytes }
		: { ok: false, problem: `1 to ${room} bytes: there the page ends` };
}
