import { describe, expect, it } from "vitest";
import { closedBy, closerOf, openedBy, opensHolding, usedBy } from "./holdings.ts";
import { commandNames, commands } from "./registry.ts";

describe("holdings", () => {
	it("are opened by just these commands", () => {
		expect(commandNames.filter(opensHolding).map((name) => commands[name].mnemonic)).toEqual([
			"NO",
			"PROC",
			"SLRO",
			"WVCRE",
			"I2CO",
			"SPIO",
			"SERO",
			"BI2CO",
			"NOIB",
			"FO",
			"BSPIO",
			"WVCAP",
		]);
	});

	it("are each closed by the command that the table names", () => {
		const closers = commandNames.filter(opensHolding).map((name) => {
			const args = { gpio: 4, sda: 4, cs: 4 } as never;
			const opened = openedBy(name, args, 4);
			if (opened === undefined) throw new Error(`${name} opens nothing`);
			const closer = closerOf(opened);
			expect(closedBy(closer.name, closer.args)).toEqual(opened);
			return [commands[name].mnemonic, commands[closer.name].mnemonic, closer.args];
		});
		expect(closers).toEqual([
			["NO", "NC", { handle: 4 }],
			["PROC", "PROCD", { script: 4 }],
			["SLRO", "SLRC", { gpio: 4 }],
			["WVCRE", "WVDEL", { wave: 4 }],
			["I2CO", "I2CC", { handle: 4 }],
			["SPIO", "SPIC", { handle: 4 }],
			["SERO", "SERC", { handle: 4 }],
			["BI2CO", "BI2CC", { sda: 4 }],
			["NOIB", "NC", { handle: 4 }],
			["FO", "FC", { handle: 4 }],
			["BSPIO", "BSPIC", { cs: 4 }],
			["WVCAP", "WVDEL", { wave: 4 }],
		]);
	});

	it("are used by every command that names a handle", () => {
		expect(usedBy("readI2cDevice", { handle: 3, count: 1 })).toEqual({ kind: "i2c", id: 3 });
		expect(usedBy("sendWaveOnce", { wave: 7 })).toEqual({ kind: "wave", id: 7 });
		expect(usedBy("read", { gpio: 7 })).toBeUndefined();
	});
});
