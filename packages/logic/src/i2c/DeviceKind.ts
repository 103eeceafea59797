/** What a value means, in a few words; with `attention` when somebody should look at it. */
export interface Meaning {
	readonly text: string;
	readonly attention: true;
}

/** Values of a device's registers as they were last read, by register; undefined where nobody has read. */
export type RegisterValues = (address: number) => number | undefined;

/** One register of a device. */
export interface DeviceRegister {
	/** 0 to 255. */
	readonly address: number;
	readonly name: string;
	/** Bytes; 1 when left out. */
	readonly size?: 1 | 2 | 3;
	/** The low byte comes first; otherwise the high one. */
	readonly lowFirst?: true;
	readonly access?: "readOnly" | "writeOnly";
	/** Reading it changes the device, so that it is left out when all are read. */
	readonly readChanges?: true;
	/** What a value of it (unsigned, all its bytes) says. */
	readonly meaning?: (value: number, others: RegisterValues) => string | Meaning;
}

/**
 * How what a device holds is reached: by a register of 8 bits that is written before the bytes; as bytes without any
 * register; or as memory whose addresses have one or two bytes, the high one first.
 */
export type DeviceAccess = "registers" | "plain" | "memory8" | "memory16";

/** What was seen of a device that tells which one it is. */
export interface Evidence {
	readonly text: string;
	/** 3 an identity that the chip itself gives, 2 contents that only it would have, 1 no more than its address. */
	readonly weight: 1 | 2 | 3;
}

/** Bytes to be read of a device that may be one of a kind. */
export interface Look {
	readonly register: number;
	/** 1 to 32. */
	readonly count: number;
}

/** A kind of I2C device: where it answers, how it is known, and what its registers mean. */
export interface DeviceKind {
	readonly id: string;
	/** The chip. */
	readonly name: string;
	/** What it is, in one word or two. */
	readonly what: string;
	/** 7-bit addresses. */
	readonly addresses: readonly number[];
	readonly access: DeviceAccess;
	/** In the order of their addresses. */
	readonly registers: readonly DeviceRegister[];
	/** Reading goes on from one register to the next, so that many are read at once. */
	readonly readsOn: boolean;
	/** Bytes of a memory. */
	readonly bytes?: number;
	/** Something to know before it is read or written. */
	readonly caution?: string;
	/**
	 * What reading it would do to another device at the same address. A person must say that it is of this kind before it
	 * is read: a guess is not enough.
	 */
	readonly risk?: string;
	/** What to read to know it, and what the answers say; undefined when it is none of this kind. */
	readonly looks?: readonly Look[];
	readonly judge?: (...answers: readonly Uint8Array[]) => Evidence | undefined;
}

/** Whether it is memory, whose bytes are reached by their place, and not by registers. */
export function isMemory({ access }: DeviceKind): boolean {
	return access === "memory8" || access === "memory16";
}

/** The words of a meaning; empty where none is known. */
export function meaningText(meaning: string | Meaning | undefined): string {
	return typeof meaning === "object" ? meaning.text : (meaning ?? "");
}

/** Bytes that a register has. */
export function sizeOf({ size = 1 }: DeviceRegister): number {
	return size;
}

/** The value of a register from its bytes, as they came over the bus. */
export function registerValue({ lowFirst }: DeviceRegister, bytes: Uint8Array): number {
	const ordered = lowFirst === true ? bytes.toReversed() : bytes;
	return ordered.reduce((value, byte) => value * 256 + byte, 0);
}

/** The bytes of a value, in the order in which a register takes them. */
export function registerBytes(register: DeviceRegister, value: number): Uint8Array {
	const size = sizeOf(register);
	const highFirst = Uint8Array.from({ length: size }, (_, index) => value >>> (8 * (size - 1 - index)));
	return register.lowFirst === true ? highFirst.toReversed() : highFirst;
}
