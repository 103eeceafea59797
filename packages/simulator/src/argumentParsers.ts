import { statSync } from "node:fs";
import { samplePeriods } from "@gpioscope/logic";
import { InvalidArgumentError } from "commander";
import { isPigpioBoard } from "./board/boardModel.ts";
import { type ControlAddress, parseControlAddress } from "./control/controlAddress.ts";

/**
 * A number as the daemon's strtoll reads it: decimal, hexadecimal after 0x, octal after 0. Unlike there an empty text
 * is none.
 */
export function parseNumber(text: string): bigint {
	const match = /^\s*([-+]?)(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.exec(text);
	if (match === null) throw new InvalidArgumentError(`"${text}" is not a number.`);
	const [, sign, digits = "0"] = match;
	const isOctal = /^0[0-7]+$/.test(digits);
	const value = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
	return sign === "-" ? -value : value;
}

/** A number between two limits. */
export function within(low: number, high: number): (text: string) => number {
	return (text) => {
		const value = Number(parseNumber(text));
		if (value < low || value > high) throw new InvalidArgumentError(`It must be ${low} to ${high}.`);
		return value;
	};
}

const FIRST_PORT = 1024;
const LAST_PORT = 32_000;

/** The daemon's limits, and 0 for any free port. */
export function parsePort(text: string): number {
	const value = Number(parseNumber(text));
	if (value === 0 || (value >= FIRST_PORT && value <= LAST_PORT)) return value;
	throw new InvalidArgumentError(
		`It must be ${FIRST_PORT} to ${LAST_PORT}, or 0 for any free one; PIGPIO_PORT may be any other.`,
	);
}

export function parseSamplePeriod(text: string): number {
	const value = Number(parseNumber(text));
	if (!samplePeriods.some((period) => period === value)) {
		throw new InvalidArgumentError(`It must be one of ${samplePeriods.join(", ")} (microseconds).`);
	}
	return value;
}

export function parseRevision(text: string): number {
	if (!/^(0x)?[0-9a-f]{1,8}$/i.test(text)) {
		throw new InvalidArgumentError("It must be a revision code in hex, as /proc/cpuinfo tells it.");
	}
	const code = Number.parseInt(text, 16);
	if (!isPigpioBoard(code)) {
		throw new InvalidArgumentError(
			"It is of a board on which pigpiod does not start: it runs on chips from BCM2835 to BCM2711, not a Pi 5's.",
		);
	}
	return code;
}

export function parseFolder(text: string): string {
	if (!statSync(text, { throwIfNoEntry: false })?.isDirectory()) {
		throw new InvalidArgumentError(`${text} is no folder.`);
	}
	return text;
}

/** As many addresses as the daemon keeps. */
const MOST_PEERS = 256;

/** A name or an address; whether it is one shows when the simulator starts. */
export function addPeer(text: string, before: readonly string[]): string[] {
	if (before.length >= MOST_PEERS) throw new InvalidArgumentError(`There may be at most ${MOST_PEERS}.`);
	if (text.trim() === "") throw new InvalidArgumentError("It must be a name or an IPv4 address.");
	return [...before, text];
}

export function parseControl(text: string): ControlAddress {
	const address = parseControlAddress(text);
	if (address === undefined) {
		throw new InvalidArgumentError("It must be [HOST:]PORT or a path with a slash in it.");
	}
	return address;
}
