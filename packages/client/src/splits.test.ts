import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeReport, encodeResponse, PigpioError, REPORT_BYTES } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TcpPi as Pi } from "./Pi.ts";
import { client, closeLater, connected, fake } from "./testing/daemons.ts";
import type { FakePigpiod, Received } from "./testing/FakePigpiod.ts";
import { FeedListener } from "./testing/FeedListener.ts";
import { startSimulatorProcess } from "./testing/simulatorProcess.ts";

const REST = 65_536;

/** Replies of all shapes: a level, bytes as many as asked for, an error, an unsigned word. */
function answer({ name, frame }: Received) {
	if (name === "read") return frame.p1 & 1;
	if (name === "getMode") return -3;
	if (name !== "readI2cDevice") return undefined;
	const data = Uint8Array.from({ length: frame.p2 }, (_, i) => frame.p1 + i);
	return { bytes: encodeResponse({ ...frame, result: frame.p2, data }) };
}

async function expectReplies(pi: Pi, daemon: FakePigpiod, seed: number): Promise<void> {
	const count = 1 + (seed % 40);
	const handle = seed % 100;
	const [one, bytes, refused, level, zero] = await Promise.all([
		pi.read({ gpio: 5 }),
		pi.readI2cDevice({ handle, count }),
		pi.getMode({ gpio: 9 }).catch((error: unknown) => error),
		pi.readBank1(),
		pi.read({ gpio: 4 }),
	]);
	expect([one, zero, level]).toEqual([1, 0, daemon.level]);
	expect([...bytes]).toEqual(Array.from({ length: count }, (_, i) => handle + i));
	expect(refused).toBeInstanceOf(PigpioError);
}

/** Length of all that those calls are answered with. */
const repliesLength = (seed: number) => 5 * 16 + 1 + (seed % 40);

describe("replies", () => {
	it("are understood when cut at every byte", async () => {
		const { daemon, pi } = await connected();
		daemon.script = answer;
		for (let at = 1; at < repliesLength(6); at++) {
			daemon.cutInto([at, REST]);
			await expectReplies(pi, daemon, 6);
		}
	});

	it("are understood when cut and joined in any way", async () => {
		const { daemon, pi } = await connected();
		daemon.script = answer;
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 8 }),
				fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
				async (sizes, seeds) => {
					daemon.cutInto(sizes);
					await Promise.all(seeds.map((seed) => expectReplies(pi, daemon, seed)));
				},
			),
			{ numRuns: 60 },
		);
	});
});

/** A daemon whose handles inherit an event: a report comes before the reply to NOIB, and one right behind it. */
function inheritEvents(daemon: FakePigpiod): void {
	daemon.script = ({ name, frame }) => {
		if (name !== "openNotification") return undefined;
		const bytes = new Uint8Array(REPORT_BYTES + 16 + REPORT_BYTES);
		const view = new DataView(bytes.buffer);
		encodeReport(view, 0, { seqno: 0, flags: 0x80 | 7, tick: 900, level: 1 });
		bytes.set(encodeResponse({ ...frame, result: 3, data: new Uint8Array() }), REPORT_BYTES);
		encodeReport(view, REPORT_BYTES + 16, { seqno: 0, flags: 0, tick: 5000, level: 3 });
		return { bytes };
	};
}

describe("reports", () => {
	it("are understood when cut at every byte", async () => {
		const { daemon, pi } = await connected();
		const feed = new FeedListener(pi);
		await feed.until(() => feed.begins.length === 1);
		for (let at = 1; at < 5 * REPORT_BYTES; at++) {
			feed.said.length = 0;
			daemon.cutInto([at, REST]);
			const expected = Array.from({ length: 5 }, (_, i) => [10 * at + i, (at << 8) + i]);
			for (const [tick = 0, level = 0] of expected) daemon.report(tick, level);
			await feed.until(() => feed.said.length >= expected.length);
			expect(feed.said).toEqual(expected);
		}
	});

	it("are told from the reply that opens them when cut at every byte", async () => {
		for (let at = 1; at < REPORT_BYTES + 16 + REPORT_BYTES; at++) {
			const daemon = await fake();
			inheritEvents(daemon);
			const pi = client(daemon.port);
			await pi.connected();
			daemon.cutInto([at, REST]);
			const feed = new FeedListener(pi);
			await feed.until(() => feed.said.length === 2);
			expect(feed.said).toEqual(["begin", [5000, 3]]);
			expect((await daemon.waitFor("beginNotification")).frame.p1).toBe(3);
			await pi.close();
		}
	});
});

/** Tells the simulator's control channel what to do. */
async function control(path: string, request: object): Promise<unknown> {
	const socket = connect(path);
	socket.write(`${JSON.stringify({ id: 1, ...request })}\n`);
	for await (const chunk of socket) return JSON.parse(String(chunk));
	throw new Error("The control channel closed.");
}

describe("on the simulator", { timeout: 60_000 }, () => {
	it("replies and reports are whole, however its writes are cut and joined", async () => {
		const path = join(tmpdir(), `gpioscope-splits-${process.pid}.sock`);
		const simulator = await startSimulatorProcess(0, ["--bench", "none", "--control", path]);
		closeLater({ close: () => simulator.kill() });
		const pi = client(simulator.port);
		await pi.connected();
		const feed = new FeedListener(pi, { bits: 1 << 17, events: 1 });
		await feed.until(() => feed.begins.length === 1);
		const rules = [
			...[1, 2, 3, 5, 7, 11, 13, 17].map((bytes) => ({ op: "splitWrites", bytes, gapMicros: 0 })),
			{ op: "mergeWrites", holdMillis: 5 },
		];
		for (const rule of rules) {
			await control(path, { op: "clearFaults" });
			expect(await control(path, rule)).toEqual({ id: 1, result: {} });
			feed.said.length = 0;
			const versions = await Promise.all(Array.from({ length: 20 }, () => pi.getVersion()));
			expect(versions).toEqual(Array.from({ length: 20 }, () => 79));
			const script = await pi.storeScript({ text: "halt" });
			expect(await pi.getScriptStatus({ script })).toMatchObject({ params: Array(10).fill(0) });
			await pi.deleteScript({ script });
			for (const level of [1, 0, 1, 0]) {
				await pi.write({ gpio: 17, level });
				const seen = feed.said.length;
				await feed.until(() => feed.said.length > seen || feed.said.length >= 4);
			}
			await pi.triggerEvent({ event: 0 });
			await feed.until(() => feed.said.length >= 5);
			const levels = feed.said.map((said) => (Array.isArray(said) ? (Number(said[1]) >>> 17) & 1 : said));
			expect(levels).toEqual([1, 0, 1, 0, { event: 0, tick: expect.any(Number) }]);
		}
	});
});
