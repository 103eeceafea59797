import { SCRIPT_PARAMS } from "@gpioscope/protocol";

/** What a parameter must be, for messages. */
export const PARAM_RANGE = "−2147483648 to 4294967295, or 0x0 to 0xFFFFFFFF";

const LEAST = -0x8000_0000;
const GREATEST = 0xffff_ffff;
const numeral = /^[+-]?(?:0x[0-9a-f]+|\d+)$/i;

/** Reads a parameter as it is typed: decimal or 0x. "" is none; undefined is no 32-bit number. */
export function readParam(typed: string): number | "" | undefined {
	const text = typed.trim().replace("−", "-");
	if (text === "") return "";
	if (!numeral.test(text)) return undefined;
	const magnitude = Number(text.replace(/^[+-]/, ""));
	const value = text.startsWith("-") ? -magnitude : magnitude;
	return value >= LEAST && value <= GREATEST ? value : undefined;
}

/**
 * The parameters to send: up to the last one that was typed. Those before it that were left out keep the value they have.
 * @param now values in pigpiod
 * @returns undefined when one of them is no number
 */
export function paramsToSend(typed: readonly string[], now: readonly number[]): number[] | undefined {
	const read = Array.from({ length: SCRIPT_PARAMS }, (_, index) => readParam(typed[index] ?? ""));
	if (read.includes(undefined)) return undefined;
	const count = read.findLastIndex((value) => value !== "") + 1;
	return read.slice(0, count).map((value, index) => (typeof value === "number" ? value : (now[index] ?? 0)));
}
