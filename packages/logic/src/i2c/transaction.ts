import { hexText } from "./meanings.ts";

/** One step of a transaction. A write or read begins with a start, or goes on with a restart, by itself. */
export type TransactionStep =
	| { readonly kind: "address"; readonly address: number }
	| { readonly kind: "write"; readonly bytes: Uint8Array }
	| { readonly kind: "read"; readonly count: number }
	| { readonly kind: "stop" };

/** Who plays it: a controller of the chip by way of Linux, or pigpiod itself on any two GPIOs. */
export type TransactionPlayer = "controller" | "bitBang";

/** The codes of BI2CZ; those of I2CZ differ in 2 and 3, of which each ends a transfer. */
const codes = { end: 0, escape: 1, start: 2, stop: 3, address: 4, read: 6, write: 7 } as const;

/** pigpiod's buffer has room for so many bytes of the list, and of what is read. */
export const MOST_TRANSACTION_BYTES = 32_767;
/** Linux takes no longer message. */
const LONGEST_MESSAGE = 8192;

/** Something that cannot be sent as it is: which step, and what must be. */
export interface StepProblem {
	readonly step: number;
	readonly text: string;
}

/** What of a transaction pigpiod, Linux or the bus would refuse; undefined when it can be sent. */
export function transactionProblem(
	steps: readonly TransactionStep[],
	player: TransactionPlayer,
): StepProblem | undefined {
	let received = 0;
	for (const [index, step] of steps.entries()) {
		const problem = problemOf(step, steps[index + 1], player);
		if (problem !== undefined) return { step: index, text: problem };
		if (step.kind === "read") received += step.count;
		if (received >= MOST_TRANSACTION_BYTES)
			return { step: index, text: `Reads fewer than ${MOST_TRANSACTION_BYTES} bytes in all` };
	}
	if (!steps.some(({ kind }) => kind === "write" || kind === "read"))
		return { step: Math.max(0, steps.length - 1), text: "Add a step that writes or reads" };
	if (segmentsOf(steps, player).length > MOST_TRANSACTION_BYTES)
		return { step: steps.length - 1, text: `All steps take at most ${MOST_TRANSACTION_BYTES} bytes` };
	return undefined;
}

function problemOf(
	step: TransactionStep,
	next: TransactionStep | undefined,
	player: TransactionPlayer,
): string | undefined {
	switch (step.kind) {
		case "address":
			return isBetween(step.address, 0, 0x7f) ? undefined : "Address: 00 to 7F";
		case "stop":
			return undefined;
		case "write":
		case "read": {
			const count = step.kind === "write" ? step.bytes.length : step.count;
			const words = step.kind === "write" ? "Writes" : "Reads";
			if (!isBetween(count, 1, LONGEST_MESSAGE)) return `${words} 1 to ${LONGEST_MESSAGE} bytes`;
			const goesOn = next !== undefined && next.kind !== "stop";
			// The Pi's driver refuses a transfer that goes on after a read.
			if (step.kind === "read" && player === "controller" && goesOn)
				return "The Pi's controller ends a transfer with a read: add a stop after it";
			return undefined;
		}
	}
}

function isBetween(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}

/** The list of a transaction as I2CZ or BI2CZ takes it. */
export function segmentsOf(steps: readonly TransactionStep[], player: TransactionPlayer): Uint8Array {
	const list: number[] = [];
	const counted = (code: number, count: number): void => {
		if (count > 0xff) list.push(codes.escape, code, count & 0xff, count >>> 8);
		else list.push(code, count);
	};
	let isOpen = false;
	const begin = (): void => {
		if (player === "bitBang") list.push(codes.start);
		isOpen = true;
	};
	const stop = (): void => {
		if (isOpen) list.push(codes.stop);
		isOpen = false;
	};
	for (const step of steps) {
		if (step.kind === "address") list.push(codes.address, step.address);
		else if (step.kind === "write") {
			begin();
			counted(codes.write, step.bytes.length);
			list.push(...step.bytes);
		} else if (step.kind === "read") {
			begin();
			counted(codes.read, step.count);
		} else stop();
	}
	stop();
	list.push(codes.end);
	return Uint8Array.from(list);
}

/** Ends a bit-banged transfer that failed midway, which pigpiod leaves as it is. */
export const bitBangStop = Uint8Array.of(codes.stop, codes.end);

/** Where steps go on with a restart: the places of writes and reads that follow another one without a stop between. */
export function restartsIn(steps: readonly TransactionStep[]): ReadonlySet<number> {
	const restarts = new Set<number>();
	let isOpen = false;
	for (const [index, { kind }] of steps.entries()) {
		if (kind === "stop") isOpen = false;
		else if (kind !== "address") {
			if (isOpen) restarts.add(index);
			isOpen = true;
		}
	}
	return restarts;
}

/** Bytes of a write that a description shows. */
const SHOWN = 6;

/** One sentence of what a transaction does: `write 00, read 7`. */
export function describeTransaction(steps: readonly TransactionStep[]): string {
	return steps
		.filter(({ kind }) => kind !== "stop")
		.map(describeStep)
		.join(", ");
}

function describeStep(step: TransactionStep): string {
	switch (step.kind) {
		case "address":
			return `address ${hexText(step.address)}`;
		case "write": {
			const shown = Array.from(step.bytes.subarray(0, SHOWN), (byte) => hexText(byte)).join(" ");
			return `write ${shown}${step.bytes.length > SHOWN ? " …" : ""}`;
		}
		case "read":
			return `read ${step.count}`;
		case "stop":
			return "stop";
	}
}
