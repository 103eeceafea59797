import { encodeResponse, statusResponse } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { ClosedError, StaleHandleError } from "./errors.ts";
import { client, closeLater, connected, fake, until } from "./testing/daemons.ts";
import type { Answer } from "./testing/FakePigpiod.ts";
import { startSimulatorProcess } from "./testing/simulatorProcess.ts";

async function simulated() {
	const simulator = await startSimulatorProcess(0, ["--bench", "none"]);
	closeLater({ close: () => simulator.kill() });
	const [pi, other] = [client(simulator.port), client(simulator.port)];
	await Promise.all([pi.connected(), other.connected()]);
	return { simulator, pi, other };
}

const closing = /^(close|delete|stop)/;

describe("what a client has opened", { timeout: 60_000 }, () => {
	it("is free again when it is closed, for others on the simulator", async () => {
		const { pi, other } = await simulated();
		const open = (owner: typeof pi) =>
			Promise.all([
				owner.openNotificationPipe(),
				owner.openSpi({ channel: 0, baud: 50_000, flags: 0 }),
				owner.openBitBangSerial({ gpio: 17, baud: 9600, dataBits: 8 }),
				owner.openBitBangI2c({ sda: 22, scl: 23, baud: 100_000 }),
				owner.openBitBangSpi({ cs: 5, miso: 6, mosi: 12, sclk: 13, baud: 50_000, flags: 0 }),
				owner.storeScript({ text: "tag 1 mils 1 jmp 1" }),
				owner.makeWave([{ on: 16, off: 0, delay: 1000 }]),
			]);
		const first = await open(pi);
		await pi.runScript({ script: first[5], params: [] }).catch(() => {});
		await pi.sendWaveRepeat({ wave: first[6].wave });
		expect(await other.isWaveBusy()).toBe(1);
		await pi.close();
		expect(await other.isWaveBusy()).toBe(0);
		expect(await open(other)).toEqual(first);
	});

	it("is closed at the end of its scope, in an order that works", async () => {
		const daemon = await fake();
		let handle = 2;
		daemon.script = ({ name }) => {
			if (name === "getCurrentWave") return 7;
			if (name === "storeScript") return 1;
			if (name === "createWave") return handle++ === 2 ? 6 : 7;
			return name === "openI2c" ? handle++ : undefined;
		};
		{
			await using pi = client(daemon.port);
			await pi.connected();
			await pi.storeScript({ text: "halt" });
			const kept = await pi.openI2c({ bus: 1, address: 0x48, flags: 0 });
			const closed = await pi.openI2c({ bus: 1, address: 0x49, flags: 0 });
			await pi.closeI2c({ handle: closed });
			handle = 2;
			await Promise.all([pi.createWave(), pi.createWave()]);
			await pi.openBitBangSerial({ gpio: 17, baud: 9600, dataBits: 8 });
			expect([kept, closed]).toEqual([2, 3]);
			daemon.received.length = 0;
		}
		expect(
			daemon.received.flatMap(({ name, frame }) => (closing.test(name ?? "") ? [[name, frame.p1]] : [])),
		).toEqual([
			["stopScript", 1],
			["stopWave", 0],
			["deleteWave", 7],
			["deleteWave", 6],
			["closeBitBangSerial", 17],
			["closeI2c", 2],
			["deleteScript", 1],
		]);
	});

	it("is closed though its reply comes after its caller gave up", async () => {
		const { daemon, pi } = await connected();
		let release: () => void = () => {};
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		daemon.script = ({ name }): Promise<Answer> | undefined =>
			name === "openI2c" ? gate.then(() => 5) : undefined;
		const controller = new AbortController();
		const args = { bus: 1, address: 0x48, flags: 0 };
		const opening = pi.call("openI2c", args, { signal: controller.signal });
		await daemon.waitFor("openI2c");
		controller.abort(new Error("enough"));
		await expect(opening).rejects.toThrow("enough");
		release();
		expect(await daemon.waitFor("closeI2c")).toMatchObject({ frame: { p1: 5 } });
	});

	it("is closed though it is still being opened when the client is closed", async () => {
		const { daemon, pi } = await connected();
		daemon.script = ({ name }) => (name === "openI2c" ? 5 : undefined);
		const opening = pi.openI2c({ bus: 1, address: 0x48, flags: 0 });
		await pi.close();
		expect(await opening).toBe(5);
		expect(daemon.received.at(-1)).toMatchObject({ name: "closeI2c", frame: { p1: 5 } });
		await expect(pi.closeI2c({ handle: 5 })).rejects.toThrow(ClosedError);
	});

	it("is never a wave that was about to be made when the client is closed", async () => {
		const { daemon, pi } = await connected();
		await pi.openI2c({ bus: 1, address: 0x48, flags: 0 });
		const pulses = [{ on: 16, off: 0, delay: 1000 }];
		const refused = expect(pi.makeWave(pulses)).rejects.toThrow(ClosedError);
		await pi.close();
		await refused;
		expect(daemon.received.map(({ name }) => name)).not.toContain("createWave");
	});

	it("does not keep a client from closing whose daemon is dead or silent", async () => {
		const { simulator, pi, other } = await simulated();
		await pi.storeScript({ text: "halt" });
		const silent = client(simulator.port, { timeoutMs: 200 });
		await silent.connected();
		await silent.storeScript({ text: "halt" });
		simulator.freeze();
		await silent.close();
		expect(silent.status.kind).toBe("closed");
		simulator.thaw();
		await other.getVersion();
		await Promise.all([simulator.kill(), pi.close()]);
		expect(pi.status.kind).toBe("closed");
	});

	it("is told apart from what a restart has swept away", async () => {
		const { daemon, pi } = await connected();
		const { port } = daemon;
		const answer = ({ name }: { name: string | undefined }) =>
			name === "openI2c" ? 0 : name === "createWave" ? 3 : undefined;
		daemon.script = answer;
		const bus = { bus: 1, address: 0x48, flags: 0 };
		const handle = await pi.openI2c(bus);
		const wave = await pi.createWave();
		await daemon.stop();
		await until(pi, "disconnected");
		const next = await fake(port);
		next.script = answer;
		pi.transport.retry();
		await until(pi, "live");
		await expect(pi.readI2cDevice({ handle, count: 1 })).rejects.toThrow(StaleHandleError);
		await expect(pi.sendWaveOnce({ wave })).rejects.toThrow("The wave 3 is gone since pigpiod restarted");
		expect(await pi.closeI2c({ handle })).toBe(0);
		expect(next.names()).not.toContain("closeI2c");
		await pi.openI2c(bus);
		expect(await pi.closeI2c({ handle })).toBe(0);
		expect(next.names()).toContain("closeI2c");
		await pi.close();
		expect(next.names()).not.toContain("deleteWave");
	});

	it("lasts over a mere break of the connection", async () => {
		const { daemon, pi } = await connected();
		daemon.script = ({ name, frame }) => {
			if (name === "openI2c") return 4;
			// A reply to something else makes the client give the connection up; the daemon goes on.
			return name === "read" ? { bytes: encodeResponse(statusResponse(frame.code, 9, 0, 1)) } : undefined;
		};
		const handle = await pi.openI2c({ bus: 1, address: 0x48, flags: 0 });
		const gone = until(pi, "disconnected");
		await expect(pi.read({ gpio: 1 })).rejects.toThrow("do not fit");
		await gone;
		await until(pi, "live");
		expect(pi.status).toMatchObject({ epoch: 1 });
		expect(await pi.writeI2cQuick({ handle, bit: 1 })).toBe(0);
		await pi.close();
		expect(daemon.names()).toContain("closeI2c");
	});

	it("never has its reports among the replies of other commands", async () => {
		const { daemon, pi } = await connected();
		await expect(pi.openNotification()).rejects.toThrow("use openFeed");
		expect(daemon.names()).not.toContain("openNotification");
	});
});
