import { rest } from "./commonCalls.ts";
import type { CallsOf } from "./PigsCalls.ts";

/** Calls of the commands for I2C by the Pi's controllers, on any pins and as a slave. */
export const i2cCalls = {
	openI2c: { lines: ["i2co 1 0x48 0"], says: ["0"], wrong: "i2co 77 0x48 0", refusal: -74 },
	closeI2c: { lines: ["i2co 1 0x48 0 i2cc 0"], says: ["0"], wrong: "i2cc 0", refusal: -25 },
	readI2cDevice: {
		lines: ["i2co 1 0x48 0 i2crd 0 2"],
		says: ["0", "2 22 128"],
		wrong: "i2crd 0 2",
		refusal: -25,
	},
	writeI2cDevice: {
		lines: ["i2co 1 0x48 0 i2cwd 0 1 24 i2crd 0 1"],
		says: ["0", "1 24"],
		wrong: "i2co 1 0x11 0 i2cwd 0 1",
		refusal: -82,
	},
	writeI2cQuick: {
		lines: ["i2co 1 0x48 0 i2cwq 0 0"],
		says: ["0"],
		wrong: "i2co 1 0x11 0 i2cwq 0 0",
		refusal: -82,
	},
	readI2cByte: { lines: ["i2co 1 0x48 0 i2crs 0"], says: ["0", "22"], wrong: "i2crs 0", refusal: -25 },
	writeI2cByte: {
		lines: ["i2co 1 0x48 0 i2cws 0 1 i2crs 0"],
		says: ["0", "0"],
		wrong: "i2co 1 0x48 0 i2cws 0 256",
		refusal: -81,
	},
	readI2cByteData: {
		lines: ["i2co 1 0x48 0 i2crb 0 0"],
		says: ["0", "22"],
		wrong: "i2crb 0 0",
		refusal: -25,
	},
	writeI2cByteData: {
		lines: ["i2co 1 0x48 0 i2cwb 0 1 24 i2crb 0 1"],
		says: ["0", "24"],
		wrong: "i2co 1 0x48 0 i2cwb 0 256 0",
		refusal: -81,
	},
	readI2cWordData: {
		lines: ["i2co 1 0x48 0 i2crw 0 0"],
		says: ["0", "32790"],
		wrong: "i2crw 0 0",
		refusal: -25,
	},
	writeI2cWordData: {
		lines: ["i2co 1 0x48 0 i2cww 0 3 40 i2crw 0 3"],
		says: ["0", "40"],
		wrong: "i2co 1 0x48 0 i2cww 0 3 65536",
		refusal: -81,
	},
	readI2cBlockData: { lines: [], says: [], wrong: "i2co 1 0x48 0 i2crk 0 0", refusal: -107 },
	writeI2cBlockData: {
		lines: [`i2co 1 0x57 0 i2cwk 0 1 9 ${rest} i2cwd 0 1 1 i2crd 0 1`],
		says: ["0", "1 9"],
		wrong: "i2co 1 0x11 0 i2cwk 0 1 9",
		refusal: -82,
	},
	readI2cRegisters: {
		lines: ["i2co 1 0x48 0 i2cri 0 0 2"],
		says: ["0", "2 22 128"],
		wrong: "i2cri 0 0 2",
		refusal: -25,
	},
	writeI2cRegisters: {
		lines: ["i2co 1 0x48 0 i2cwi 0 3 40 0 i2cri 0 3 2"],
		says: ["0", "2 40 0"],
		wrong: "i2co 1 0x11 0 i2cwi 0 3 40",
		refusal: -82,
	},
	callI2cProcess: {
		lines: ["i2co 1 0x48 0 i2cpc 0 3 80"],
		says: ["0", "80"],
		wrong: "i2co 1 0x48 0 i2cpc 0 3 65536",
		refusal: -81,
	},
	callI2cBlockProcess: {
		lines: ["i2co 1 0x48 0 i2cwi 0 3 5 0 i2cpk 0 3 40"],
		says: ["0", /^\d+/],
		wrong: "i2co 1 0x11 0 i2cpk 0 3 40",
		refusal: -83,
	},
	runI2cSegments: {
		lines: ["i2co 1 0x48 0 i2cz 0 7 1 0 6 2 0"],
		says: ["0", "2 22 128"],
		wrong: "i2co 1 0x48 0 i2cz 0 77",
		refusal: -111,
	},
	closeBitBangI2c: { lines: ["bi2co 2 3 50000 bi2cc 2"], says: [], wrong: "bi2cc 2", refusal: -108 },
	openBitBangI2c: { lines: ["bi2co 2 3 50000"], says: [], wrong: "bi2co 2 3 49", refusal: -112 },
	runBitBangI2c: {
		lines: ["bi2co 2 3 50000 bi2cz 2 4 72 2 7 1 0 2 6 2 3 0"],
		says: ["2 22 128"],
		wrong: "bi2co 2 3 50000 bi2cz 2 9",
		refusal: -111,
	},
	transferBsc: {
		lines: ["bscx 0x130305 1 2 3"],
		says: ["1 196626"],
		wrong: "bscx",
		refusal: "bscx: bad parameter, pigs h for help",
	},
} satisfies CallsOf;
