import { rest } from "./commonCalls.ts";
import type { CallsOf } from "./PigsCalls.ts";

/** Calls of the commands for SPI and serial lines. */
export const lineCalls = {
	openSpi: { lines: ["spio 0 50000 0"], says: ["0"], wrong: "spio 2 50000 0", refusal: -76 },
	closeSpi: { lines: ["spio 0 50000 0 spic 0"], says: ["0"], wrong: "spic 0", refusal: -25 },
	readSpi: {
		lines: ["spio 0 50000 0 spir 0 2"],
		says: ["0", /^2 \d+ \d+$/],
		wrong: "spir 0 2",
		refusal: -25,
	},
	writeSpi: { lines: ["spio 0 50000 0 spiw 0 1 2 3"], says: ["0"], wrong: "spiw 0 1", refusal: -25 },
	transferSpi: {
		lines: ["spio 0 50000 0 spix 0 1 128 0"],
		says: ["0", /^3 \d+ \d*[26] 0$/],
		wrong: "spix 0 1",
		refusal: -25,
	},
	closeBitBangSpi: { lines: ["bspio 8 9 10 11 50000 0 bspic 8"], says: [], wrong: "bspic 8", refusal: -142 },
	openBitBangSpi: {
		lines: ["bspio 8 9 10 11 50000 0"],
		says: [],
		wrong: "bspio 8 9 10 11 49 0",
		refusal: -141,
	},
	transferBitBangSpi: {
		lines: ["bspio 8 9 10 11 50000 0 bspix 8 1 128 0"],
		says: [/^3 \d+ \d*[26] 0$/],
		wrong: "bspix 8 1",
		refusal: -142,
	},
	openSerial: {
		lines: ["sero /dev/ttyAMA0 9600 0"],
		says: ["0"],
		wrong: "sero /dev/ttyAMA0 9601 0",
		refusal: -80,
	},
	closeSerial: { lines: ["sero /dev/ttyAMA0 9600 0 serc 0"], says: ["0"], wrong: "serc 0", refusal: -25 },
	readSerialByte: {
		lines: [`sero /dev/ttyAMA0 9600 0 serwb 0 65 ${rest} serrb 0`],
		says: ["0", "65"],
		wrong: "sero /dev/ttyAMA0 9600 0 serrb 0",
		refusal: -87,
	},
	writeSerialByte: {
		lines: ["sero /dev/ttyAMA0 9600 0 serwb 0 65"],
		says: ["0"],
		wrong: "sero /dev/ttyAMA0 9600 0 serwb 0 256",
		refusal: -81,
	},
	readSerial: {
		lines: [`sero /dev/ttyAMA0 9600 0 serw 0 1 2 ${rest} serr 0 9`],
		says: ["0", "2 1 2"],
		wrong: "serr 0 9",
		refusal: -25,
	},
	writeSerial: {
		lines: ["sero /dev/ttyAMA0 9600 0 serw 0 1 2"],
		says: ["0"],
		wrong: "serw 0 1",
		refusal: -25,
	},
	getSerialAvailable: {
		lines: [`sero /dev/ttyAMA0 9600 0 serw 0 1 2 ${rest} serda 0`],
		says: ["0", "2"],
		wrong: "serda 0",
		refusal: -25,
	},
	openBitBangSerial: { lines: ["slro 17 9600 8"], says: [], wrong: "slro 17 49 8", refusal: -35 },
	readBitBangSerial: { lines: ["slro 17 9600 8 slr 17 100"], says: ["0"], wrong: "slr 17 100", refusal: -38 },
	closeBitBangSerial: { lines: ["slro 17 9600 8 slrc 17"], says: [], wrong: "slrc 17", refusal: -38 },
	invertBitBangSerial: { lines: ["slro 17 9600 8 slri 17 1"], says: [], wrong: "slri 17 1", refusal: -38 },
} satisfies CallsOf;
