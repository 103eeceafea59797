import { defineCommand, p1, p2, tail } from "./defineCommand.ts";
import { byte, count, handle, noFlags, serialBaud } from "./paramTypes.ts";
import { bytesResult, number, opened, status } from "./resultTypes.ts";
import { bytes, name } from "./tailTypes.ts";

/** Serial devices of the Pi. */
export const serialCommands = {
	openSerial: defineCommand({
		code: 76,
		mnemonic: "SERO",
		access: "bus",
		summary: "Opens a serial device.",
		params: {
			device: tail(name("Device: /dev/tty... or /dev/serial...")),
			baud: p1(serialBaud),
			flags: p2(noFlags),
		},
		result: opened("serial"),
	}),
	closeSerial: defineCommand({
		code: 77,
		mnemonic: "SERC",
		access: "bus",
		summary: "Closes a serial device.",
		params: { handle: p1(handle("serial")) },
		result: status,
		closes: "serial",
	}),
	readSerialByte: defineCommand({
		code: 78,
		mnemonic: "SERRB",
		access: "bus",
		summary: "Reads a byte from a serial device.",
		params: { handle: p1(handle("serial")) },
		result: number("Byte"),
	}),
	writeSerialByte: defineCommand({
		code: 79,
		mnemonic: "SERWB",
		access: "bus",
		summary: "Writes a byte to a serial device.",
		params: { handle: p1(handle("serial")), value: p2(byte) },
		result: status,
	}),
	readSerial: defineCommand({
		code: 80,
		mnemonic: "SERR",
		access: "bus",
		summary: "Reads what a serial device has received.",
		params: { handle: p1(handle("serial")), count: p2(count) },
		result: bytesResult("Bytes read"),
		polled: true,
	}),
	writeSerial: defineCommand({
		code: 81,
		mnemonic: "SERW",
		access: "bus",
		summary: "Writes bytes to a serial device.",
		params: { handle: p1(handle("serial")), data: tail(bytes("Bytes to write", 1)) },
		result: status,
		blocking: true,
	}),
	getSerialAvailable: defineCommand({
		code: 82,
		mnemonic: "SERDA",
		access: "bus",
		summary: "Gets how many bytes a serial device has received.",
		params: { handle: p1(handle("serial")) },
		result: number("Bytes that can be read", "bytes"),
	}),
};
