import { InvalidArgument, PigpioError, type Pulse } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { WaveBusyError, WaveInterferenceError, WaveLimitError } from "../errors.ts";
import type { TcpPi as Pi } from "../Pi.ts";
import type { FeedOptions } from "../PiTransport.ts";
import { client, closeLater, connected, fake } from "../testing/daemons.ts";
import { startSimulatorProcess } from "../testing/simulatorProcess.ts";

const quiet: Omit<FeedOptions, "bits"> = {
	onBegin() {},
	onChanges() {},
	onWatchdog() {},
	onEvent() {},
	onLoss() {},
	onEnd() {},
};

async function simulated(options: string[] = []): Promise<{ pi: Pi; other: Pi; port: number }> {
	const simulator = await startSimulatorProcess(0, ["--bench", "none", ...options]);
	closeLater({ close: () => simulator.kill() });
	const [pi, other] = [client(simulator.port), client(simulator.port)];
	await Promise.all([pi.connected(), other.connected()]);
	return { pi, other, port: simulator.port };
}

function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

describe("waves on the simulator", { timeout: 60_000 }, () => {
	it.each([
		["one GPIO switched on and off", (i: number) => ({ on: i % 2 ? 0 : 16, off: i % 2 ? 16 : 0 })],
		["two GPIOs switched at once", (i: number) => ({ on: i % 2 ? 16 : 32, off: i % 2 ? 32 : 16 })],
	])("never run out of room in 2000 rounds with five alive: %s", async (_, switched) => {
		const { pi } = await simulated();
		const random = randomFrom(42);
		const alive: number[] = [];
		for (let round = 0; round < 2000; round++) {
			const length = 2 + Math.floor(random() * 198);
			const pulses = Array.from({ length }, (__, i) => ({
				...switched(i),
				delay: 1 + Math.floor(random() * 50),
			}));
			const created = await pi.makeWave(pulses);
			expect(created.micros).toBe(pulses.reduce((sum, { delay }) => sum + delay, 0));
			alive.push(created.wave);
			if (alive.length > 5) await pi.deleteWave({ wave: alive.shift() ?? -1 });
		}
		expect(new Set(alive).size).toBe(5);
	});

	it("drive the GPIOs exactly as asked, padded or not", async () => {
		const { pi } = await simulated(["-s", "1"]);
		await pi.setMode({ gpio: 4, mode: 1 });
		const random = randomFrom(7);
		for (const length of [2, 6, 40, 150]) {
			const pulses = Array.from({ length }, (_, i) => ({
				on: i % 2 ? 0 : 16,
				off: i % 2 ? 16 : 0,
				delay: 2 + Math.floor(random() * 60),
			}));
			const ticks: number[] = [];
			let finish: () => void = () => {};
			const finished = new Promise<void>((resolve) => {
				finish = resolve;
			});
			const feed = pi.openFeed({
				...quiet,
				bits: 16,
				onBegin: () => {
					pi.makeWave(pulses).then(({ wave }) => pi.sendWaveOnce({ wave }));
				},
				onChanges(all, _levels, count) {
					ticks.push(...all.subarray(0, count));
					if (ticks.length === length) finish();
				},
			});
			await finished;
			feed.close();
			const gaps = ticks.slice(1).map((tick, i) => (tick - (ticks[i] ?? 0)) >>> 0);
			expect(gaps).toEqual(pulses.slice(0, -1).map(({ delay }) => delay));
		}
	});

	it("may be longer than a request", async () => {
		const { pi } = await simulated();
		const pulses = Array.from({ length: 11_500 }, (_, i) => ({
			on: i % 2 ? 0 : 16,
			off: i % 2 ? 16 : 0,
			delay: 10,
		}));
		expect(await pi.makeWave(pulses)).toMatchObject({ pulses: 11_500, micros: 115_000 });
		await expect(pi.makeWave([...pulses, ...pulses])).rejects.toThrow("chain of waves");
	});

	it("stop at 250, which other programs' waves count towards", async () => {
		const { pi, other } = await simulated();
		const pulses = [{ on: 16, off: 0, delay: 10 }];
		for (let i = 0; i < 249; i++) {
			await other.waveTransaction(async (call) => {
				await call("newWave", {});
				await call("addPulses", { pulses });
				return call("createWave", {});
			});
		}
		expect(await pi.makeWave(pulses)).toMatchObject({ wave: 249 });
		await expect(pi.makeWave(pulses)).rejects.toThrow(WaveLimitError);
		await expect(other.makeWave(pulses)).rejects.toThrow("clearWaves");
		await other.addPulses({ pulses });
		await expect(other.createWave()).rejects.toThrow(WaveLimitError);
		await pi.deleteWave({ wave: 249 });
		expect(await other.createWave()).toBe(249);
		await pi.clearWaves();
		expect(await pi.makeWave(pulses)).toMatchObject({ wave: 0 });
	});

	it("are made by many at once without mixing", async () => {
		const { pi } = await simulated();
		const made = await Promise.all(
			Array.from({ length: 40 }, (_, i) =>
				pi.makeWave(
					Array.from({ length: i + 1 }, (__, at) => ({
						on: at % 2 ? 0 : 16,
						off: at % 2 ? 16 : 0,
						delay: 5,
					})),
				),
			),
		);
		expect(new Set(made.map(({ wave }) => wave)).size).toBe(40);
		expect(made.map(({ micros }) => micros)).toEqual(Array.from({ length: 40 }, (_, i) => (i + 1) * 5));
	});

	it("are made in spite of another program that builds waves too, or say that they cannot be", async () => {
		const { pi, other } = await simulated();
		let isOver = false;
		const disturbing = (async () => {
			while (!isOver) {
				await Promise.all([other.newWave(), other.addPulses({ pulses: [{ on: 32, off: 0, delay: 3 }] })]);
			}
		})();
		const results = await Promise.allSettled(
			Array.from({ length: 50 }, () => pi.makeWave([{ on: 16, off: 0, delay: 7 }])),
		);
		isOver = true;
		await disturbing;
		for (const result of results) {
			if (result.status === "rejected") expect(result.reason).toBeInstanceOf(WaveInterferenceError);
			else expect(result.value.micros).toBe(7);
		}
	});

	it("leave nothing behind when a GPIO is not permitted", async () => {
		const { pi } = await simulated(["-x", "0x10"]);
		const failure = pi.makeWave([{ on: 0x30, off: 0, delay: 10 }]);
		await expect(failure).rejects.toThrow(PigpioError);
		await expect(failure).rejects.toMatchObject({ code: -42 });
		await expect(pi.createWave()).rejects.toMatchObject({ code: -69 });
		expect(await pi.makeWave([{ on: 0x10, off: 0, delay: 10 }])).toMatchObject({ wave: 0 });
	});

	it("are deleted when their maker no longer wants them", async () => {
		const { pi } = await simulated();
		const controller = new AbortController();
		const making = pi.makeWave([{ on: 16, off: 0, delay: 10 }], { signal: controller.signal });
		controller.abort(new Error("not needed"));
		await expect(making).rejects.toThrow("not needed");
		const late = new AbortController();
		const begun = pi.makeWave([{ on: 16, off: 0, delay: 10 }], { signal: late.signal });
		// When this is answered, the wave's own commands are under way.
		await pi.getVersion();
		late.abort(new Error("too late"));
		await expect(begun).rejects.toThrow("too late");
		expect(await pi.makeWave([{ on: 16, off: 0, delay: 10 }])).toMatchObject({ wave: 0 });
	});
});

/** A daemon that counts pulses as pigpiod does. */
async function counting(spoil: (attempt: number) => number) {
	const { daemon, pi } = await connected();
	let [attempts, pulses, micros] = [0, 0, 0];
	daemon.script = ({ name, frame }) => {
		if (name === "newWave") {
			attempts++;
			[pulses, micros] = [0, 0];
		}
		if (name === "addPulses") {
			pulses += frame.extension.length / 12 + spoil(attempts);
			const words = new DataView(frame.extension.buffer, frame.extension.byteOffset);
			for (let at = 8; at < frame.extension.length; at += 12) micros += words.getUint32(at, true);
		}
		if (name === "addPulses" || name === "getWavePulses") return pulses;
		if (name === "getWaveMicros") return micros;
		if (name === "createWave") return attempts;
		return undefined;
	};
	return { daemon, pi };
}

const blink: Pulse[] = [
	{ on: 16, off: 0, delay: 500 },
	{ on: 0, off: 16, delay: 500 },
];

describe("making a wave", () => {
	it("begins anew when another program's pulses got in, and deletes what came of them", async () => {
		const { daemon, pi } = await counting((attempt) => (attempt < 3 ? 1 : 0));
		expect(await pi.makeWave(blink)).toMatchObject({ wave: 3, pulses: 2, micros: 1000 });
		const deleted = daemon.received.filter(({ name }) => name === "deleteWave");
		expect(deleted.map(({ frame }) => frame.p1)).toEqual([1, 2]);
	});

	it("says who is to blame when it cannot be done", async () => {
		const { pi } = await counting(() => 1);
		await expect(pi.makeWave(blink)).rejects.toThrow(WaveInterferenceError);
	});

	it("goes out in one write", async () => {
		const { daemon, pi } = await counting(() => 0);
		const [made] = await Promise.all([
			pi.makeWave(blink),
			...Array.from({ length: 20 }, () => pi.read({ gpio: 4 })),
		]);
		expect(made.wave).toBe(1);
		const names = daemon.names();
		const start = names.indexOf("newWave");
		expect(names.slice(start, start + 6)).toEqual([
			"newWave",
			"addPulses",
			"createWave",
			"getWaveMicros",
			"getWavePulses",
			"getWaveControlBlocks",
		]);
	});

	it.each([
		["nothing", [], "at least one"],
		["a fraction", [{ on: 1, off: 0, delay: 0.5 }], "32-bit"],
		["more than 71 minutes", [0, 1].map(() => ({ on: 1, off: 0, delay: 0xf000_0000 })), "2^32"],
	])("refuses %s before sending it", async (_, pulses, message) => {
		const { daemon, pi } = await connected();
		const failure = pi.makeWave(pulses);
		await expect(failure).rejects.toThrow(InvalidArgument);
		await expect(failure).rejects.toThrow(message);
		expect(daemon.names()).not.toContain("newWave");
	});

	it("does not send a WVCRE that would crash the daemon", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "sendWaveUsingMode" ? -33 : undefined);
		const pi = client(daemon.port);
		await pi.connected();
		await expect(pi.createWave()).rejects.toThrow(WaveLimitError);
		await expect(pi.createPaddedWave({ percent: 10 })).rejects.toThrow(WaveLimitError);
		await expect(pi.makeWave(blink)).rejects.toThrow(WaveLimitError);
		expect(daemon.names()).not.toContain("createWave");
	});
});

describe("a wave transaction", () => {
	it("lets no other wave command of the client in, and everything else", async () => {
		const { daemon, pi } = await counting(() => 0);
		const others: Promise<unknown>[] = [];
		const wave = await pi.waveTransaction(async (call) => {
			await call("newWave", {});
			others.push(
				pi.newWave(),
				pi.makeWave(blink),
				pi.waveTransaction(async () => "next"),
			);
			await call("addPulses", { pulses: blink });
			expect(await pi.read({ gpio: 4 })).toBe(0);
			return call("createWave", {});
		});
		expect(wave).toBe(1);
		await Promise.all(others);
		const building = daemon.names().filter((name) => /newWave|addPulses|createWave/.test(name ?? ""));
		expect(building).toEqual([
			...["newWave", "addPulses", "createWave"],
			"newWave",
			...["newWave", "addPulses", "createWave"],
		]);
	});

	it("ends when its work throws, and its call with it", async () => {
		const { pi } = await connected();
		let late: (() => Promise<unknown>) | undefined;
		const failing = pi.waveTransaction(async (call) => {
			late = () => call("newWave", {});
			throw new Error("no");
		});
		await expect(failing).rejects.toThrow("no");
		await expect(late?.()).rejects.toThrow("is over");
		expect(await pi.newWave()).toBe(0);
	});

	it("that does not end does not hang others for ever", async () => {
		const { pi } = await connected();
		let end: () => void = () => {};
		const endless = pi.waveTransaction(() => new Promise<void>((resolve) => (end = resolve)));
		await expect(pi.call("newWave", {}, { timeoutMs: 20 })).rejects.toThrow(WaveBusyError);
		const signal = AbortSignal.abort("enough");
		await expect(pi.call("newWave", {}, { signal })).rejects.toBe("enough");
		end();
		await endless;
		expect(await pi.newWave()).toBe(0);
	});

	it("ends with its connection", async () => {
		const { daemon, pi } = await connected();
		const broken = pi.waveTransaction(async (call) => {
			await call("newWave", {});
			daemon.cut();
			await call("addPulses", { pulses: blink });
			await call("createWave", {});
		});
		await expect(broken).rejects.toThrow("closed the connection");
		expect(daemon.names()).not.toContain("createWave");
	});
});
