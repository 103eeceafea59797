import type { TransactionStep } from "@gpioscope/logic";
import { type Args, type CommandName, commands } from "@gpioscope/protocol";

/** What a person gives to read or write by hand. */
export interface AccessInput {
	readonly register: number;
	/** What is written where it is one number: a bit, a byte, a word. */
	readonly value: number;
	/** What is written where it is bytes. */
	readonly data: Uint8Array;
	/** How many bytes to read. */
	readonly count: number;
}

/** One way to read and write a device: its commands for an open handle, and what they need. */
export interface AccessForm {
	readonly id: string;
	readonly label: string;
	readonly hasRegister: boolean;
	readonly writes: "bit" | "byte" | "word" | "bytes";
	/** Bytes that are read; "count" asks, "device" is told by the device. */
	readonly reads: 0 | 1 | 2 | "count" | "device";
	/** Most bytes that are read or written at once. */
	readonly most: number;
	readonly read?: CommandName;
	readonly write?: CommandName;
	/** Writes and reads at once. */
	readonly exchange?: CommandName;
}

/** Every way in which pigpiod reads and writes a device by a handle, the usual ones first. */
export const accessForms: readonly AccessForm[] = [
	{
		id: "byte",
		label: "Byte",
		hasRegister: true,
		writes: "byte",
		reads: 1,
		most: 1,
		read: "readI2cByteData",
		write: "writeI2cByteData",
	},
	{
		id: "word",
		label: "Word, low byte first",
		hasRegister: true,
		writes: "word",
		reads: 2,
		most: 2,
		read: "readI2cWordData",
		write: "writeI2cWordData",
	},
	{
		id: "block",
		label: "Block",
		hasRegister: true,
		writes: "bytes",
		reads: "count",
		most: 32,
		read: "readI2cRegisters",
		write: "writeI2cRegisters",
	},
	{
		id: "plainByte",
		label: "Byte, no register",
		hasRegister: false,
		writes: "byte",
		reads: 1,
		most: 1,
		read: "readI2cByte",
		write: "writeI2cByte",
	},
	{
		id: "plainBytes",
		label: "Bytes, no register",
		hasRegister: false,
		writes: "bytes",
		reads: "count",
		most: 8192,
		read: "readI2cDevice",
		write: "writeI2cDevice",
	},
	{
		id: "smbusBlock",
		label: "SMBus block",
		hasRegister: true,
		writes: "bytes",
		reads: "device",
		most: 32,
		read: "readI2cBlockData",
		write: "writeI2cBlockData",
	},
	{
		id: "call",
		label: "Process call",
		hasRegister: true,
		writes: "word",
		reads: 2,
		most: 2,
		exchange: "callI2cProcess",
	},
	{
		id: "blockCall",
		label: "Block process call",
		hasRegister: true,
		writes: "bytes",
		reads: "device",
		most: 32,
		exchange: "callI2cBlockProcess",
	},
	{
		id: "quick",
		label: "Quick command",
		hasRegister: false,
		writes: "bit",
		reads: 0,
		most: 1,
		write: "writeI2cQuick",
	},
];

/** The form of an id; the first one where there is none. */
export function accessForm(id: string): AccessForm {
	return accessForms.find((form) => form.id === id) ?? (accessForms[0] as AccessForm);
}

/** Whether a form can be played on lines that pigpiod moves itself: there it is no more than writes and reads. */
export function isPlainForm({ exchange, reads, writes }: AccessForm): boolean {
	return exchange === undefined && reads !== "device" && writes !== "bit";
}

/** What can be done in a form, in the order of its buttons. */
export const accessVerbs = ["read", "write", "exchange"] as const;
export type AccessVerb = (typeof accessVerbs)[number];

/** A command with its arguments. */
export interface AccessCall {
	readonly name: CommandName;
	readonly args: Args<CommandName>;
}

/** The command that a form sends for an open handle. */
export function accessCall(
	form: AccessForm,
	verb: AccessVerb,
	handle: number,
	input: AccessInput,
): AccessCall | undefined {
	const name = form[verb];
	if (name === undefined) return undefined;
	const given: Readonly<Record<string, unknown>> = { ...input, bit: input.value, handle };
	const args = Object.fromEntries(Object.keys(commands[name].params).map((param) => [param, given[param]]));
	return { name, args: args as unknown as Args<CommandName> };
}

/** The same as steps, for lines that pigpiod moves itself. */
export function accessSteps(form: AccessForm, verb: AccessVerb, input: AccessInput): TransactionStep[] {
	const register = form.hasRegister ? [input.register] : [];
	if (verb === "read") {
		const count = typeof form.reads === "number" ? form.reads : input.count;
		const head: TransactionStep[] = form.hasRegister
			? [{ kind: "write", bytes: Uint8Array.from(register) }]
			: [];
		return [...head, { kind: "read", count }];
	}
	return [{ kind: "write", bytes: Uint8Array.of(...register, ...writtenBytes(form, input)) }];
}

/** What is written behind the register, as it goes over the bus. */
export function writtenBytes({ writes }: AccessForm, { value, data }: AccessInput): readonly number[] {
	if (writes === "bytes") return [...data];
	return writes === "word" ? [value & 0xff, value >>> 8] : [value & 0xff];
}

/** What a command answered, as the bytes that went over the bus; none where nothing was read. */
export function answeredBytes({ reads }: AccessForm, verb: AccessVerb, answer: unknown): Uint8Array {
	if (verb === "write") return new Uint8Array();
	if (answer instanceof Uint8Array) return answer;
	const value = Number(answer);
	return reads === 2 ? Uint8Array.of(value & 0xff, value >>> 8) : Uint8Array.of(value);
}
