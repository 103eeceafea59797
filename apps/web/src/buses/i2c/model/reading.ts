import {
	type DeviceKind,
	type DeviceRegister,
	isMemory,
	type Meaning,
	registersOf,
	registerValue,
	sizeOf,
} from "@gpioscope/logic";

/** What was read of a device. */
export interface DeviceReading {
	/** Bytes by register; all of a memory stand at 0. */
	readonly values: ReadonlyMap<number, Uint8Array>;
	/** Registers, or places of a memory, that have changed since they were read before. */
	readonly changed: ReadonlySet<number>;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Bytes of a device by their address; undefined where nobody has read. */
export type ByteImage = readonly (number | undefined)[];

/** A reading after another: what both have and is not the same has changed. What was not read again stays. */
export function readAgain(
	kind: DeviceKind,
	before: DeviceReading | undefined,
	values: ReadonlyMap<number, Uint8Array>,
	at: number,
): DeviceReading {
	const changed = new Set<number>();
	for (const [register, bytes] of values) {
		const old = before?.values.get(register);
		if (old === undefined) continue;
		if (isMemory(kind)) {
			for (const place of differingPlaces(old, bytes)) changed.add(place);
		} else if (!isSame(old, bytes)) changed.add(register);
	}
	return { values: new Map([...(before?.values ?? []), ...values]), changed, at };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function differingPlaces(a: Uint8Array, b: Uint8Array): readonly number[] {
	return Array.from(b.keys()).filter((place) => a[place] !== b[place]);
}

/** The value of a register; undefined while nobody has read it. */
export function valueIn(reading: DeviceReading | undefined, register: DeviceRegister): number | undefined {
	const bytes = reading?.values.get(register.address);
	return bytes === undefined ? undefined : registerValue(register, bytes);
}

/** What a value of a register means; empty where it is not known. */
export function meaningIn(
	kind: DeviceKind,
	reading: DeviceReading | undefined,
	register: DeviceRegister,
	value: number,
): string | Meaning {
	const registers = registersOf(kind);
	const others = (address: number): number | undefined => {
		const other = registers.find((each) => each.address === address);
		return other && valueIn(reading, other);
	};
	return register.meaning?.(value, others) ?? "";
}

/** Whether what was read of a device can be laid out by address: not where registers have several bytes each. */
export function hasImage(kind: DeviceKind): boolean {
	if (kind.access === "plain") return false;
	return kind.readsOn || registersOf(kind).every((register) => sizeOf(register) === 1);
}

/** All bytes read of a device, by address. */
export function imageOf(kind: DeviceKind, reading: DeviceReading | undefined): ByteImage {
	if (isMemory(kind)) return [...(reading?.values.get(0) ?? [])];
	const image = new Array<number | undefined>(256).fill(undefined);
	for (const [register, bytes] of reading?.values ?? []) {
		for (const [index, byte] of bytes.entries()) image[register + index] = byte;
	}
	return image;
}

/** One place where two readings of a device differ. */
export interface Difference {
	readonly place: number;
	readonly name: string;
	/** As bytes. */
	readonly before: Uint8Array;
	readonly after: Uint8Array;
}

/** Bytes read from a register on, by the registers that are wholly among them. */
export function registersWithin(
	kind: DeviceKind,
	from: number,
	bytes: Uint8Array,
): ReadonlyMap<number, Uint8Array> {
	return new Map(
		registersOf(kind).flatMap((register) => {
			const at = register.address - from;
			const isWithin = at >= 0 && at + sizeOf(register) <= bytes.length;
			return isWithin ? [[register.address, bytes.slice(at, at + sizeOf(register))] as const] : [];
		}),
	);
}

/** Where a reading differs from one that was kept, by address. */
export function differences(
	kind: DeviceKind,
	kept: DeviceReading,
	now: DeviceReading,
): readonly Difference[] {
	const found: Difference[] = [];
	const names = new Map(registersOf(kind).map(({ address, name }) => [address, name]));
	for (const [place, before] of kept.values) {
		const after = now.values.get(place);
		if (after === undefined || isSame(before, after)) continue;
		if (!isMemory(kind)) found.push({ place, name: names.get(place) ?? "", before, after });
		else
			for (const at of differingPlaces(before, after))
				found.push({
					place: at,
					name: "",
					before: before.subarray(at, at + 1),
					after: after.subarray(at, at + 1),
				});
	}
	return found.sort((a, b) => a.place - b.place);
}
