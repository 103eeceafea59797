import { expect, it } from "vitest";
import { serialLines } from "./serialLines.ts";
import { serialSettings } from "./serialSettings.ts";

const defaults = serialSettings.getState();
const lines = (change: Partial<typeof defaults>) =>
	serialLines({ ...defaults, ...change }).lines.map(({ role, gpio }) => `${role} ${gpio}`);

it("knows the lines of the ports on the header, and of no other", () => {
	expect(lines({})).toEqual(["RX 15", "TX 14"]);
	expect(lines({ device: "/dev/ttyUSB0" })).toEqual([]);
	expect(serialLines({ ...defaults, device: "/dev/ttyUSB0" }).absent).toContain("/dev/ttyUSB0");
});

it("has the GPIOs that are used, each once", () => {
	const source = "gpio";
	expect(lines({ source, rx: 5, tx: 6, receives: true, sends: true })).toEqual(["RX 5", "TX 6"]);
	expect(lines({ source, rx: 5, tx: 5, receives: true, sends: true })).toEqual(["RX 5"]);
	expect(lines({ source, rx: 5, tx: 6, receives: false, sends: true })).toEqual(["TX 6"]);
	expect(lines({ source, receives: false, sends: false })).toEqual([]);
});
