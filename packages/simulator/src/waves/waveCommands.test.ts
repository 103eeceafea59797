import { describe, expect, it } from "vitest";
import { defaultOptions } from "../options.ts";
import { TestDaemon } from "../signals/testDaemon.ts";

const command = {
	WVCLR: 27,
	WVAG: 28,
	WVBSY: 32,
	WVSM: 34,
	WVSP: 35,
	WVSC: 36,
	WVCRE: 49,
	WVDEL: 50,
	WVTX: 51,
	WVTXR: 52,
	WVCHA: 93,
	WVTXM: 100,
	WVTAT: 101,
	WVCAP: 118,
} as const;

type Pulse = readonly [on: number, off: number, delay: number];

const WAVE_NOT_FOUND = 9998;
const CHAIN_TOO_BIG = -119;
const TOO_MANY_CBS = -67;
/** What setting up the wave clock before the first wave takes, at most. */
const CLOCK_SETUP = 6000;

class WaveDaemon extends TestDaemon {
	ask(name: keyof typeof command, p1 = 0, p2 = 0, extension: Uint8Array = new Uint8Array()): number {
		return Number(this.raw(command[name], p1, p2, extension));
	}

	add(...pulses: readonly Pulse[]): number {
		return this.ask("WVAG", 0, 0, new Uint8Array(Uint32Array.from(pulses.flat()).buffer));
	}

	create(...pulses: readonly Pulse[]): number {
		this.add(...pulses);
		return this.ask("WVCRE");
	}

	/** Counts of the waveform: microseconds, pulses, control blocks. */
	get counts(): number[] {
		return [this.ask("WVSM"), this.ask("WVSP"), this.ask("WVSC")];
	}
}

const BIT4 = 1 << 4;
const square: readonly Pulse[] = [
	[BIT4, 0, 100],
	[0, BIT4, 100],
];

/** rawWaveAddGeneric calculates with 32 bits. */
describe("WVAG", () => {
	it("takes the longest delay there is", () => {
		const pi = new WaveDaemon();
		expect(pi.add([BIT4, 0, 0xffff_ffff])).toBe(1);
		expect(pi.counts.map((count) => count >>> 0)).toEqual([0xffff_ffff, 1, 2]);
	});

	it("reads on behind the end of a list whose end comes at 2^32 - 1 us", () => {
		const pi = new WaveDaemon();
		// Two lists take turns: after the second addition the first holds these pulses.
		pi.add([BIT4, 0, 5], [0, BIT4, 5], [BIT4, BIT4, 5]);
		pi.add();
		pi.ask("WVCLR");
		pi.add([0, 0, 0xffff_ffff], [0, 0, 10]);
		// The second pulse is due when the other, empty list is due "never", so the old pulse there comes with it.
		expect(pi.counts.slice(1)).toEqual([2, 3]);
	});

	it("lets a waveform's length wrap", () => {
		const pi = new WaveDaemon();
		expect(pi.add([BIT4, 0, 0xf000_0000], [0, BIT4, 0x2000_0000])).toBe(2);
		// The second pulse ends before the first began: what counts is the end that is latest, in 32 bits.
		expect(pi.counts[0]).toBe(0xf000_0000);
		expect(pi.counts.slice(1)).toEqual([2, 4]);
	});
});

describe("WVTAT", () => {
	it("still finds a wave that was forgotten without being deleted (gpioWaveClear leaves the table)", () => {
		const pi = new WaveDaemon();
		const wave = pi.create(...square);
		pi.ask("WVTXR", wave);
		pi.pass(CLOCK_SETUP);
		expect(pi.ask("WVCLR")).toBe(0);
		expect(pi.ask("WVTAT")).toBe(wave);
		expect(pi.ask("WVDEL", wave)).toBe(-66);
	});

	it("does not find one that was deleted before", () => {
		const pi = new WaveDaemon();
		const wave = pi.create(...square);
		pi.ask("WVTXR", wave);
		pi.pass(CLOCK_SETUP);
		pi.ask("WVDEL", wave);
		pi.ask("WVCLR");
		expect(pi.ask("WVTAT")).toBe(WAVE_NOT_FOUND);
	});
});

describe("a DMA lite channel (-e 7 and more)", () => {
	const lite = { ...defaultOptions, permitted: -1n, secondaryChannel: 7 };

	it("splits long delays in waves, which last as long all the same", () => {
		const pi = new WaveDaemon(lite);
		pi.call("write", { gpio: 4, level: 0 });
		pi.add([BIT4, 0, 40_000], [0, BIT4, 16_383]);
		expect(pi.counts).toEqual([56_383, 2, 2 + 3 + 1]);
		expect(pi.ask("WVTX", pi.ask("WVCRE"))).toBe(7);
		pi.pass(100_000);
		expect(pi.lengths(4).at(-1)).toBe(40_000);
	});

	it("splits the delays of a chain into entries of 16383 us", () => {
		const chain = (delays: number) =>
			Uint8Array.from([0, ...Array.from({ length: delays }, () => [255, 2, 0xff, 0xff]).flat(), 0]);
		const full = new WaveDaemon({ ...lite, secondaryChannel: 6 });
		const split = new WaveDaemon(lite);
		for (const pi of [full, split]) pi.create(...square);
		// 600 entries: the start, the end, two waves, and five for each 65535 us on a lite channel.
		expect(full.ask("WVCHA", 0, 0, chain(596))).toBe(0);
		expect(split.ask("WVCHA", 0, 0, chain(119))).toBe(0);
		expect(split.ask("WVCHA", 0, 0, chain(120))).toBe(CHAIN_TOO_BIG);
		expect(split.ask("WVBSY")).toBe(0);
	});

	it("plays such a delay in full", () => {
		const pi = new WaveDaemon(lite);
		pi.call("write", { gpio: 4, level: 0 });
		pi.create(...square);
		pi.ask("WVCHA", 0, 0, Uint8Array.of(0, 255, 2, 0xff, 0xff, 0));
		pi.pass(100_000);
		expect(pi.lengths(4).slice(-3)).toEqual([100, 100 + 65_535, 100]);
	});

	it("is not what -e 15 asks for: that is the number for none given", () => {
		const pi = new WaveDaemon({ ...lite, secondaryChannel: 15 });
		pi.add([BIT4, 0, 40_000]);
		expect(pi.counts[2]).toBe(2);
	});
});

describe("WVCAP", () => {
	it("takes a wave that just fits, whose last delay then gives way to the end of the share", () => {
		// 1 % are 238 control blocks: the start delay, 118 pulses of two blocks and one with a delay only.
		const pulses = Array.from(
			{ length: 118 },
			(_, index): Pulse => [index % 2 === 0 ? BIT4 : 0, index % 2 === 0 ? 0 : BIT4, 10],
		);
		const pi = new WaveDaemon();
		pi.add(...pulses, [0, 0, 5000]);
		expect(pi.ask("WVCAP", 1)).toBe(0);
		pi.ask("WVTX", 0);
		pi.pass(1300);
		expect(pi.ask("WVBSY")).toBe(0);
		pi.add(...pulses, [BIT4, 0, 5000]);
		expect(pi.ask("WVCAP", 1)).toBe(TOO_MANY_CBS);
	});
});

describe("the wave clock", () => {
	it("takes longer to set up where the PCM peripheral makes it (-t 0)", () => {
		const timeOf = (usesPwmClock: boolean) => {
			const pi = new WaveDaemon({ usesPwmClock });
			const wave = pi.create(...square);
			const before = pi.daemon.engine.time;
			pi.ask("WVTX", wave);
			const first = pi.daemon.engine.time - before;
			pi.ask("WVTX", wave);
			expect(pi.daemon.engine.time - before).toBe(first);
			return first;
		};
		expect(timeOf(false)).toBe(2185);
		// Three sleeps of a millisecond in initPCM in place of the five short waits of initPWM.
		expect(timeOf(true)).toBeGreaterThan(5000);
	});
});
