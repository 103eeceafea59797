import { expect, it } from "vitest";
import { pairChannels } from "./pairChannels.ts";

const named = (...names: string[]) => names.map((name, channel) => ({ channel, name }));
const all = () => true;

it("pairs by name, however a format wrote it, and names what only one has", () => {
	expect(pairChannels(named("SCL", "GPIO 17", "TX"), named("gpio_17", "scl", "RX"), all)).toEqual({
		pairs: [
			{ first: 0, second: 1 },
			{ first: 1, second: 0 },
		],
		onlyFirst: [{ channel: 2, name: "TX" }],
		onlySecond: [{ channel: 2, name: "RX" }],
	});
	expect(pairChannels(named("A", "a"), named("A"), all).pairs).toEqual([{ first: 0, second: 0 }]);
});

it("pairs by the order on screen where no name is in both", () => {
	const isOnScreen = (channel: number): boolean => channel > 0;
	expect(pairChannels(named("A", "B", "C", "D"), named("D0", "D1"), isOnScreen)).toEqual({
		pairs: [
			{ first: 1, second: 0 },
			{ first: 2, second: 1 },
		],
		onlyFirst: [
			{ channel: 0, name: "A" },
			{ channel: 3, name: "D" },
		],
		onlySecond: [],
	});
	expect(pairChannels([], named("A"), all).pairs).toEqual([]);
});
