import { describe, expect, it } from "vitest";
import type { CaptureSource } from "../../bridge/CaptureEntry.ts";
import { describeChannels } from "./channels.ts";

const names = {
	pi: "pi:8888",
	byPi: {
		"pi:8888": { 4: { name: "Button", colour: 3 } },
		"file:bus.sr:9-x": { 1: { name: "Clock" } },
	},
	offered: { 17: "Door" },
	order: { "pi:8888": [17, 4], "file:bus.sr:9-x": [] },
};
const file: CaptureSource = {
	kind: "file",
	name: "bus.sr",
	fingerprint: "9-x",
	channels: [
		{ channel: 2, name: "MOSI" },
		{ channel: 1, name: "SCK" },
		{ channel: 0, name: " " },
	],
};

describe("channels of a capture", () => {
	it("are the GPIOs of the connected Pi, with a person's names, offered names and order", () => {
		const { key, areGpios, channels } = describeChannels({ kind: "live" }, names, [2, 4, 17]);
		expect([key, areGpios]).toEqual(["pi:8888", true]);
		expect(channels.map(({ channel, name, place, gpio }) => [channel, name, place, gpio])).toEqual([
			[17, "Door", "GPIO 17", 17],
			[4, "Button", "GPIO 4", 4],
			[2, "GPIO 2", "GPIO 2", 2],
		]);
		expect(channels[1]?.style.colour).toBe(3);
	});

	it("are the file's own, in its order, under names kept for that file", () => {
		const { key, areGpios, channels } = describeChannels(file, names, [2, 4, 17]);
		expect([key, areGpios]).toEqual(["file:bus.sr:9-x", false]);
		expect(channels.map(({ channel, name, place, gpio }) => [channel, name, place, gpio])).toEqual([
			[2, "MOSI", "CH 2", undefined],
			[1, "Clock", "CH 1", undefined],
			[0, "CH 0", "CH 0", undefined],
		]);
	});

	it("of a segment are those of the Pi it was kept from", () => {
		const source: CaptureSource = { kind: "segment", trigger: 1, hit: 3, hitTime: 5 };
		expect(describeChannels(source, names, [4]).channels[0]?.name).toBe("Button");
	});
});
