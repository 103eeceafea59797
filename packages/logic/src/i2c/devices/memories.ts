import type { DeviceKind } from "../DeviceKind.ts";

const addresses = Array.from({ length: 8 }, (_, index) => 0x50 + index);

/** Memory with two-byte addresses. */
export const eeprom24c32: DeviceKind = {
	id: "eeprom24c32",
	name: "24C32",
	what: "EEPROM",
	addresses,
	access: "memory16",
	registers: [],
	readsOn: true,
	bytes: 4096,
	risk: "Its places have two bytes. A 24C01 to 24C16 at this address would keep the second one: reading overwrites a byte of it.",
};

/** Memory with addresses of one byte. */
export const eeprom24c02: DeviceKind = {
	id: "eeprom24c02",
	name: "24C02",
	what: "EEPROM",
	addresses,
	access: "memory8",
	registers: [],
	readsOn: true,
	bytes: 256,
};
