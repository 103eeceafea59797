import { readHex } from "../../../widgets/hexBytes.ts";
import type { AccessForm } from "./accessForms.ts";
import { parseHexFirst } from "./numbers.ts";

/** What is to be written, or what is wrong with how it is typed. */
export type Written =
	| { readonly ok: true; readonly value: number; readonly data: Uint8Array }
	| { readonly ok: false; readonly problem: string };

const ranges = {
	bit: { most: 1, words: "0 or 1" },
	byte: { most: 0xff, words: "00 to FF in hex, 0b for binary, a point behind decimals" },
	word: { most: 0xffff, words: "0000 to FFFF in hex, 0b for binary, a point behind decimals" },
} as const;

/** Reads what a person typed to be written. */
export function readWritten({ writes, most }: AccessForm, text: string): Written {
	if (writes === "bytes") {
		const typed = readHex(text);
		if (typed.bytes === undefined) return { ok: false, problem: typed.problem };
		const { length } = typed.bytes;
		return length >= 1 && length <= most
			? { ok: true, value: 0, data: typed.bytes }
			: { ok: false, problem: `1 to ${most} bytes` };
	}
	const { most: highest, words } = ranges[writes];
	const value = parseHexFirst(text);
	return value !== undefined && value <= highest
		? { ok: true, value, data: new Uint8Array() }
		: { ok: false, problem: words };
}
