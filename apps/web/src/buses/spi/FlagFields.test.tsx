// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { useStore } from "zustand";
import { Mounted, problemOf } from "../../testing/mount.tsx";
import { FlagFields } from "./FlagFields.tsx";
import { openCall } from "./spiCalls.ts";
import { changeSetup, spiSettings } from "./spiSettings.ts";

const { setup: initial } = spiSettings.getInitialState();
let page: Mounted;

function Fields() {
	return <FlagFields setup={useStore(spiSettings, (state) => state.setup)} large={false} />;
}

function show(of: "main" | "auxiliary" | "bitBang"): void {
	changeSetup({ of });
	page = new Mounted(<Fields />);
}

afterEach(() => {
	page.unmount();
	spiSettings.setState({ setup: initial });
});

/** The flags that opening would send. */
const word = (): number => openCall(spiSettings.getState().setup).args.flags;

function flip(label: string): void {
	const box = [...page.root.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].find(
		(input) =>
			input.getAttribute("aria-label") === label || input.labels?.[0]?.textContent.startsWith(label) === true,
	);
	if (box === undefined) throw new Error(`There is no switch "${label}".`);
	page.click(box);
}

it.each([
	["main", "CE1 active high", 1 << 3],
	["main", "Leave GPIO 8 of CE0 alone", 1 << 5],
	["main", "Three wires", 1 << 9],
	["auxiliary", "CE2 active high", (1 << 8) | (1 << 4)],
	["auxiliary", "Leave GPIO 16 of CE2 alone", (1 << 8) | (1 << 7)],
	["auxiliary", "Send the least significant bit first", (1 << 8) | (1 << 14)],
	["auxiliary", "Receive the least significant bit first", (1 << 8) | (1 << 15)],
	["bitBang", "Select active high", 1 << 2],
	["bitBang", "Send the least significant bit first", 1 << 14],
	["bitBang", "Receive the least significant bit first", 1 << 15],
] as const)("of the %s interface: %s", (of, label, flags) => {
	show(of);
	const before = word();
	flip(label);
	expect(word()).toBe(flags);
	flip(label);
	expect(word()).toBe(before);
});

it("has numbers with their ranges", () => {
	show("main");
	flip("Three wires");
	const turning = page.field("Bytes written before MOSI turns round");
	page.type(turning, "16");
	page.leave(turning);
	expect(problemOf(turning)).toBe("0 to 15 bytes");
	page.type(turning, "15");
	page.press(turning, "Enter");
	expect(word()).toBe((15 << 10) | (1 << 9));
	page.unmount();
	show("auxiliary");
	const bits = page.field("Bits of a word");
	page.type(bits, "33");
	page.leave(bits);
	expect(problemOf(bits)).toBe("1 to 32 bits");
	page.type(bits, "12");
	page.press(bits, "Enter");
	expect(word()).toBe((12 << 16) | (1 << 8));
});
