import { crc8 } from "./crc8.ts";
import { type Dialogue, giveBytes, takeByte } from "./oneWireSlots.ts";

/** The commands every 1-Wire chip understands after a reset. */
export const romCommands = { search: 0xf0, alarmSearch: 0xec, read: 0x33, match: 0x55, skip: 0xcc } as const;

/** The eight bytes that name a chip: family, serial number (48 bits, least significant byte first), CRC. */
export function romOf(family: number, serial: number): Uint8Array {
	const rom = new Uint8Array(8);
	rom[0] = family;
	for (let byte = 0; byte < 6; byte++) rom[byte + 1] = Math.floor(serial / 256 ** byte) & 0xff;
	rom[7] = crc8(rom.subarray(0, 7));
	return rom;
}

/**
 * What a chip does from a reset until its own commands come.
 * @returns whether it is meant by them; otherwise it is silent until the next reset
 */
export function* selectRom(rom: Uint8Array, hasAlarm: () => boolean): Dialogue<boolean> {
	const command = yield* takeByte();
	if (command === romCommands.skip) return true;
	if (command === romCommands.match) return yield* matchRom(rom);
	if (command === romCommands.search) return yield* beFound(rom);
	if (command === romCommands.alarmSearch) return hasAlarm() && (yield* beFound(rom));
	if (command !== romCommands.read) return false;
	yield* giveBytes(rom);
	return true;
}

function* matchRom(rom: Uint8Array): Dialogue<boolean> {
	let isMatch = true;
	for (const byte of rom) isMatch = (yield* takeByte()) === byte && isMatch;
	return isMatch;
}

/** Each bit is given, then its complement; the master says which half goes on. */
function* beFound(rom: Uint8Array): Dialogue<boolean> {
	for (let index = 0; index < 64; index++) {
		const bit = ((rom[index >> 3] ?? 0) >> (index & 7)) & 1 ? 1 : 0;
		yield () => bit;
		yield () => (bit ? 0 : 1);
		if ((yield "take") !== bit) return false;
	}
	return true;
}
