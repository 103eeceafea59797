import { PigpioError, type Pulse } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { MemoryTransport } from "../../testing/MemoryTransport.ts";
import { Pi } from "../Pi.ts";
import { WaveBuilder } from "./WaveBuilder.ts";
import { WaveChain } from "./WaveChain.ts";

const pulse: Pulse = { on: 1 << 4, off: 0, delay: 100 };

function bench(answers: Readonly<Record<string, number>> = {}) {
	const transport = new MemoryTransport();
	transport.connect();
	transport.script = ({ name }) => answers[name];
	const names = () => transport.given.map(({ name }) => name);
	return { transport, pi: new Pi(transport), names };
}

describe("makeWave", () => {
	it("leaves plain pulses to the transport", async () => {
		const { pi, names } = bench({ createWave: 3 });
		const wave = await pi.makeWave([pulse, pulse]);
		expect([wave.wave, wave.pulses]).toEqual([3, 2]);
		expect(names()).toEqual(["addPulses", "createWave"]);
	});

	it("merges what a builder describes within one transaction", async () => {
		const { transport, pi } = bench({
			createPaddedWave: 7,
			getWaveMicros: 900,
			getWaveControlBlocks: 44,
			addSerial: 22,
		});
		const builder = new WaveBuilder().pulses([pulse]).serial({ gpio: 4, baud: 9600, data: "A" });
		const wave = await pi.makeWave(builder, { percent: 50 });
		expect({ ...wave }).toMatchObject({ wave: 7, pulses: 22, controlBlocks: 44, micros: 900 });
		expect(transport.given.map(({ name, args }) => [name, args])).toEqual([
			["newWave", {}],
			["addPulses", { pulses: [pulse] }],
			[
				"addSerial",
				{ gpio: 4, baud: 9600, dataBits: 8, halfStopBits: 2, offset: 0, data: Uint8Array.of(65) },
			],
			["getWaveMicros", { query: 0 }],
			["getWaveControlBlocks", { query: 0 }],
			["createPaddedWave", { percent: 50 }],
		]);
	});

	it("sends many pulses in parts that follow each other", async () => {
		const { transport, pi } = bench();
		await pi.makeWave(new WaveBuilder().pulses(Array.from({ length: 6000 }, () => pulse)), { percent: 10 });
		const parts = transport.given
			.filter(({ name }) => name === "addPulses")
			.map(({ args }) => args["pulses"] as Pulse[]);
		expect(parts.map((part) => part.length)).toEqual([5461, 540]);
		expect(parts[1]?.[0]).toEqual({ on: 0, off: 0, delay: 546_100 });
	});

	it("makes nothing if something could not be added", async () => {
		const { transport, pi, names } = bench();
		transport.script = ({ name }) => (name === "addSerial" ? new PigpioError(name, -35) : undefined);
		const builder = new WaveBuilder().pulses([pulse]).serial({ gpio: 4, baud: 9600, data: "A" });
		await expect(pi.makeWave(builder)).rejects.toThrow(PigpioError);
		expect(names()).not.toContain("createWave");
	});

	it("leaves out empty parts", () => {
		const builder = new WaveBuilder().serial({ gpio: 4, baud: 9600, data: "" }).pulses([]).pulses([pulse]);
		expect(builder.onlyPulses).toEqual([pulse]);
	});
});

describe("a wave", () => {
	it.each([
		["once", "sendWaveOnce", {}],
		["repeat", "sendWaveRepeat", {}],
		["onceSynced", "sendWaveUsingMode", { mode: 2 }],
		["repeatSynced", "sendWaveUsingMode", { mode: 3 }],
	] as const)("is sent %s by %s", async (mode, name, args) => {
		const { transport, pi } = bench({ createWave: 3 });
		const wave = await pi.makeWave([pulse]);
		await wave.send(mode);
		expect(transport.given.at(-1)).toEqual({ name, args: { wave: 3, ...args } });
	});

	it("is deleted with its scope, even if all waves were cleared", async () => {
		const { transport, pi, names } = bench();
		transport.script = ({ name }) => (name === "deleteWave" ? new PigpioError(name, -66) : undefined);
		{
			await using _wave = await pi.makeWave([pulse]);
			await pi.clearWaves();
		}
		expect(names().slice(-2)).toEqual(["clearWaves", "deleteWave"]);
	});
});

describe("what is being sent", () => {
	it.each([
		[5, { isSending: true, wave: 5 }],
		[9998, { isSending: true, wave: undefined }],
		[9999, { isSending: false, wave: undefined }],
	])("is told from %i", async (answer, status) => {
		expect(await bench({ getCurrentWave: answer }).pi.getWaveStatus()).toEqual(status);
	});

	it("can be waited for", async () => {
		const { transport, pi } = bench();
		let busy = 3;
		transport.script = ({ name }) => (name === "isWaveBusy" ? Math.sign(busy--) : undefined);
		expect(await pi.waitForWaveEnd({ intervalMs: 0 })).toBe(true);
		transport.script = () => 1;
		expect(await pi.waitForWaveEnd({ intervalMs: 1, timeoutMs: 2 })).toBe(false);
		const signal = AbortSignal.abort(new Error("enough"));
		await expect(pi.waitForWaveEnd({ signal })).rejects.toThrow("enough");
	});

	it("has limits", async () => {
		const { transport, pi } = bench();
		transport.script = ({ name, args }) =>
			["getWaveMicros", "getWavePulses", "getWaveControlBlocks"].indexOf(name) * 10 +
			(args["query"] as number);
		expect(await pi.getWaveResources()).toEqual({
			micros: { current: 0, highest: 1, maximum: 2 },
			pulses: { current: 10, highest: 11, maximum: 12 },
			controlBlocks: { current: 20, highest: 21, maximum: 22 },
		});
	});
});

describe("WaveChain", () => {
	it("is what the daemon takes", async () => {
		const { transport, pi } = bench();
		const chain = new WaveChain()
			.wave(4)
			.repeat(5, (outer) => outer.wave(0).repeat(30, (inner) => inner.wave(1).delay(5000)))
			.delay(70_000)
			.forever((loop) => loop.wave(2));
		await pi.sendChain(chain);
		expect(transport.given[0]?.args["chain"]).toEqual(
			Uint8Array.of(
				...[4, 255, 0, 0, 255, 0, 1, 255, 2, 0x88, 0x13, 255, 1, 30, 0, 255, 1, 5, 0],
				...[255, 2, 255, 255, 255, 2, 0x71, 0x11, 255, 0, 2, 255, 3],
			),
		);
	});

	it.each([
		["a wave that is none", () => new WaveChain().wave(250)],
		["no turn", () => new WaveChain().repeat(0, () => {})],
		["half a microsecond", () => new WaveChain().delay(0.5)],
		["what never comes", () => new WaveChain().forever((loop) => loop.wave(1)).wave(2)],
	])("refuses %s", (_, build) => {
		expect(build).toThrow(RangeError);
	});
});
