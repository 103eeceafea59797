import { describe, expect, it } from "vitest";
import { boardOf, isPermitted, pinOf } from "./Board.ts";

/** Read back from real daemons: revision and the GPIOs 0 to 53 that WRITE accepted. */
const measured: readonly (readonly [number, bigint])[] = [
	[0xa02082, 0x0fff_fffcn],
	[0xa01041, 0x8048_0fff_fffcn],
	[0x9000c1, 0x8000_0fff_fffcn],
	[0x900032, 0x8048_0fff_fffcn],
	[0x0010, 0x8048_0fff_fffcn],
	[0xa020a0, 0xffff_ffff_ffffn],
	[0xa020d3, 0x0fff_fffcn],
	[0xc03111, 0x0fff_fffcn],
	[0x902120, 0x0fff_fffcn],
	[0x0002, 0x03e7_cf93n],
];

describe("boardOf", () => {
	it.each([
		[0xa02082, "Pi 3B 1.2", 1024, "BCM2837"],
		[0xc03114, "Pi 4B 1.4", 4096, "BCM2711"],
		[0x9000c1, "Pi Zero W 1.1", 512, "BCM2835"],
		[0xa01041, "Pi 2B 1.1", 1024, "BCM2836"],
		[0xa02100, "CM3+ 1.0", 1024, "BCM2837"],
		[0x000e, "Pi B 2.0", 512, "BCM2835"],
		[0x0002, "Pi B 1.0", 256, "BCM2835"],
		[0x1000010, "Pi B+ 1.2", 512, "BCM2835"],
	])("names %i", (revision, name, memory, processor) => {
		expect(boardOf(revision)).toMatchObject({ known: true, name, memory, processor });
	});

	it.each(measured)("permits on %i what the daemon permits", (revision, mask) => {
		expect(boardOf(revision).permittedMask).toBe(mask);
	});

	it("gives an unknown code a 40-pin header and says so", () => {
		for (const revision of [0, 0x16, 0xa0ff70, 0xff0f81]) {
			const board = boardOf(revision);
			expect(board.known).toBe(false);
			expect(board.name).toBe("Unknown board");
			expect(board.headers).toHaveLength(1);
			expect(board.gpios).toHaveLength(28);
		}
	});

	it("has each GPIO 0 to 27 once on 40 pins", () => {
		const board = boardOf(0xa02082);
		expect(board.gpios).toEqual(Array.from({ length: 28 }, (_, gpio) => gpio));
		expect(board.headers[0]?.pins).toHaveLength(40);
		expect(pinOf(board, 18)?.pin).toBe(12);
		expect(pinOf(board, 21)?.pin).toBe(40);
		expect(pinOf(board, 30)).toBeUndefined();
	});

	it("puts P5 beside the 26 pins of the second B", () => {
		const board = boardOf(0x000e);
		expect(board.headers.map((header) => header.pins.length)).toEqual([26, 8]);
		expect(pinOf(board, 2)?.pin).toBe(3);
		expect(pinOf(board, 28)).toMatchObject({ pin: 3, header: { name: "P5" } });
		expect(board.gpios).toHaveLength(21);
	});

	it("knows the first B's other GPIOs", () => {
		const board = boardOf(0x0003);
		expect(board.headers).toHaveLength(1);
		expect([0, 1, 21].map((gpio) => pinOf(board, gpio)?.pin)).toEqual([3, 5, 13]);
		expect([2, 3, 27].map((gpio) => pinOf(board, gpio))).toEqual([undefined, undefined, undefined]);
	});

	it("lists the GPIOs of Compute Modules", () => {
		expect(boardOf(0xa020a0)).toMatchObject({ headers: [], gpios: { length: 46 } });
		expect(boardOf(0xa03140)).toMatchObject({ headers: [], gpios: { length: 28 } });
	});

	it("tells what may be changed", () => {
		const board = boardOf(0xa02082);
		expect([0, 1, 2, 27, 28, 53, -1].map((gpio) => isPermitted(board, gpio))).toEqual([
			false,
			false,
			true,
			true,
			false,
			false,
			false,
		]);
	});
});
