import { expect, it } from "vitest";
import { pairChannels } from "./pairChannels.ts";

const named = (...names: string[]) => names.map((name, channel) => ({ channel, name }));

it("pairs by name, however a format wrote it, else by order", () => {
	expect(pairChannels(named("SCL", "GPIO 17", "TX"), named("gpio_17", "scl"))).toEqual([
		{ first: 0, second: 1 },
		{ first: 1, second: 0 },
	]);
	expect(pairChannels(named("A", "B", "C"), named("D0", "D1"))).toEqual([
		{ first: 0, second: 0 },
		{ first: 1, second: 1 },
	]);
	expect(pairChannels([], named("A"))).toEqual([]);
});
