import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandByCode, commandByMnemonic, commandNames, commands, isCommandName } from "./registry.ts";

/** What pigpio's own table says: result class by number and name. */
const oracle = readFileSync(new URL("../../fixtures/commandTable.txt", import.meta.url), "utf8")
	.split("\n")
	.filter((line) => line !== "" && !line.startsWith("#"))
	.map((line) => {
		const [code, mnemonic, resultClass] = line.split(" ");
		return { code: Number(code), mnemonic: mnemonic ?? "", resultClass: Number(resultClass) };
	});

const resultClassesByKind: Readonly<Record<string, readonly number[]>> = {
	status: [0, 1, 5],
	number: [2],
	opened: [2],
	word: [3, 4],
	bytes: [6],
	scriptStatus: [7],
	bscTransfer: [8],
};

/** Where the daemon does more than pigs shows: SPIW answers the number of bytes, pigs prints a status. */
const richer = new Set(["SPIW"]);

describe("commands", () => {
	it("are the numbers 0 to 118, each once, in order", () => {
		expect(commandNames.map((name) => commands[name].code)).toEqual(Array.from({ length: 119 }, (_, i) => i));
	});

	it("have unique mnemonics and aliases", () => {
		const all = commandNames.flatMap((name) => [commands[name].mnemonic, ...commands[name].aliases]);
		expect(new Set(all).size).toBe(all.length);
		expect(all.every((text) => /^[A-Z0-9]+$/.test(text))).toBe(true);
	});

	it("agree with pigpio's own table", () => {
		expect(oracle).toHaveLength(127);
		expect(new Set(oracle.map(({ code }) => code)).size).toBe(119);
		for (const { code, mnemonic, resultClass } of oracle) {
			const found = commandByMnemonic(mnemonic);
			expect(found?.spec.code, mnemonic).toBe(code);
			if (richer.has(mnemonic)) continue;
			expect(resultClassesByKind[found?.spec.result.kind ?? ""], mnemonic).toContain(resultClass);
			if (resultClass === 3 || resultClass === 4) {
				expect(found?.spec.result.hex ?? false, mnemonic).toBe(resultClass === 3);
			}
		}
	});

	it("carry data exactly where pigs reads it", () => {
		const carrying = oracle.filter(({ resultClass }) => resultClass >= 6).map(({ mnemonic }) => mnemonic);
		const ours = commandNames.filter((name) => commands[name].result.carriesData);
		expect(ours.map((name) => commands[name].mnemonic).sort()).toEqual(carrying.sort());
		expect(ours).toHaveLength(16);
	});

	it("are summarised in one sentence, and every parameter has a text", () => {
		for (const name of commandNames) {
			const { summary, params } = commands[name];
			expect(summary, name).toMatch(/^[A-Z][^.]*\.$/);
			for (const slot of Object.values(params)) expect(slot.text, name).not.toBe("");
		}
	});

	it("use every slot of a request once, and extension words without holes", () => {
		for (const name of commandNames) {
			const slots = Object.values(commands[name].params);
			for (const at of ["p1", "p2", "tail"]) {
				expect(slots.filter((slot) => slot.at === at).length, `${name} ${at}`).toBeLessThanOrEqual(1);
			}
			const words = slots.flatMap((slot) => (slot.at === "ext" ? [slot.index] : []));
			expect(words.sort(), name).toEqual(words.map((_, index) => index));
		}
	});

	it("close only what they are given the handle of", () => {
		for (const name of commandNames) {
			const { closes, params } = commands[name];
			if (closes === undefined) continue;
			const handles = Object.values(params).map((slot) =>
				slot.at === "tail" ? undefined : slot.type.handle,
			);
			expect(handles, name).toContain(closes);
		}
		const opened = commandNames.flatMap((name) => commands[name].result.handle ?? []);
		const closed = commandNames.flatMap((name) => commands[name].closes ?? []);
		expect(new Set(closed)).toEqual(new Set(opened));
	});

	it("are found by number, by mnemonic in any case, and by name", () => {
		expect(commandByCode(4)?.name).toBe("write");
		expect(commandByCode(119)).toBeUndefined();
		expect(commandByMnemonic("wvtx")?.name).toBe("sendWaveOnce");
		expect(commandByMnemonic("m")?.name).toBe("setMode");
		expect(commandByMnemonic("nonsense")).toBeUndefined();
		expect(isCommandName("write")).toBe(true);
		expect(isCommandName("toString")).toBe(false);
	});
});
