import { PigpioError } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { client, closeLater, connected } from "./testing/daemons.ts";
import { startSimulatorProcess } from "./testing/simulatorProcess.ts";

async function simulated(options: readonly string[] = []) {
	const simulator = await startSimulatorProcess(0, ["--bench", "none", ...options]);
	closeLater({ close: () => simulator.kill() });
	const [pi, other] = [client(simulator.port), client(simulator.port)];
	await Promise.all([pi.connected(), other.connected()]);
	return { pi, other };
}

const nothingKnown = () => false;

describe("what is open in the daemon", { timeout: 60_000 }, () => {
	it("is found whoever opened it, without a change to it, and can be closed", async () => {
		const { pi, other } = await simulated();
		const spi = await other.openSpi({ channel: 0, baud: 50_000, flags: 0 });
		const script = await other.storeScript({ text: "tag 1 mils 1 jmp 1" });
		const { wave } = await other.makeWave([{ on: 16, off: 0, delay: 1000 }]);
		const notification = await other.openNotificationPipe();
		await Promise.all([
			other.openBitBangSerial({ gpio: 17, baud: 9600, dataBits: 8 }),
			other.openBitBangI2c({ sda: 22, scl: 23, baud: 100_000 }),
			other.openBitBangSpi({ cs: 5, miso: 6, mosi: 12, sclk: 13, baud: 50_000, flags: 0 }),
		]);
		const levels = await pi.readBank1();
		const found = await pi.transport.findOpen(nothingKnown);
		const expected = [
			{ kind: "notification", id: notification },
			{ kind: "spi", id: spi },
			{ kind: "script", id: script },
			{ kind: "bitBangSerial", id: 17 },
			{ kind: "bitBangI2c", id: 22 },
			{ kind: "bitBangSpi", id: 5 },
			{ kind: "wave", id: wave },
		];
		expect(found).toEqual(expected);
		expect(await pi.readBank1()).toBe(levels);
		expect(await pi.transport.findOpen(nothingKnown)).toEqual(expected);
		for (const holding of found) await pi.transport.closeOpen(holding);
		// A notification handle becomes free with the next alert tick.
		await expect.poll(() => pi.transport.findOpen(nothingKnown)).toEqual([]);
		await expect(pi.transport.closeOpen({ kind: "spi", id: spi })).rejects.toThrow(PigpioError);
	});

	it("is found behind gaps, and what is known is not asked after", async () => {
		const { pi, other } = await simulated();
		const handles: number[] = [];
		for (let i = 0; i < 40; i++) {
			handles.push(await other.openSpi({ channel: 0, baud: 50_000, flags: 0 }).catch(() => -1));
		}
		expect(handles.filter((handle) => handle >= 0)).toHaveLength(32);
		for (let handle = 0; handle < 30; handle++) await other.closeSpi({ handle });
		expect(await pi.transport.findOpen(({ id }) => id === 30)).toEqual([{ kind: "spi", id: 31 }]);
	});

	it("includes notification handles that are all taken, and takes none for long", async () => {
		const { pi, other } = await simulated();
		for (let i = 0; i < 31; i++) await other.openNotificationPipe();
		const ids = (await pi.transport.findOpen(nothingKnown)).map(({ id }) => id);
		expect(ids).toEqual(Array.from({ length: 31 }, (_, id) => id));
		expect(await other.openNotificationPipe()).toBe(31);
		expect(await pi.transport.findOpen(nothingKnown)).toHaveLength(32);
	});

	it("never sends what would act on a handle", async () => {
		const { daemon, pi } = await connected();
		daemon.received.length = 0;
		await pi.transport.findOpen(nothingKnown);
		const asked = new Map(daemon.received.map(({ name, frame }) => [name, frame]));
		for (const name of ["readI2cDevice", "readSpi", "readFile"] as const) expect(asked.get(name)?.p2).toBe(0);
		expect(asked.get("invertBitBangSerial")?.p2).toBe(2);
		expect(daemon.received.every(({ frame }) => frame.extension.length === 0)).toBe(true);
	});
});

describe("the GPIOs that programs may change", { timeout: 60_000 }, () => {
	it("are those of the option -x", async () => {
		const { pi } = await simulated(["-x", "0x30000"]);
		expect(await pi.transport.findPermitted()).toEqual([16, 17]);
		expect(await pi.getMode({ gpio: 16 })).toBe(0);
	});
});
