import { describe, expect, it } from "vitest";
import type { FeedOptions } from "./PiTransport.ts";
import { client, connected, fake, until } from "./testing/daemons.ts";
import { FeedListener } from "./testing/FeedListener.ts";

async function listening(options: Partial<FeedOptions> = {}) {
	const { daemon, pi } = await connected();
	const listener = new FeedListener(pi, options);
	await listener.until(() => listener.begins.length === 1);
	listener.said.length = 0;
	return { daemon, pi, listener };
}

describe("a feed", () => {
	it("begins with the lines as they are", async () => {
		const { listener } = await listening();
		expect(listener.begins).toEqual([{ epoch: 1, continues: false, tick: 1000, level: 0x8000_0010 }]);
	});

	it("tells changes as unsigned words, in order with watchdogs and events", async () => {
		const { daemon, listener } = await listening({ events: 0b1000 });
		daemon.report(0xffff_fffe, 0xffff_ffff);
		daemon.report(0, 0x8000_0000);
		daemon.report(5, 0x8000_0000, 0x20 | 31);
		daemon.report(6, 0x8000_0001);
		daemon.report(7, 0x8000_0001, 0x80 | 3);
		daemon.report(8, 0x8000_0001, 0x40);
		daemon.report(9, 0);
		await listener.until(() => listener.said.length === 6);
		expect(listener.said).toEqual([
			[0xffff_fffe, 0xffff_ffff],
			[0, 0x8000_0000],
			{ watchdog: 31, tick: 5 },
			[6, 0x8000_0001],
			{ event: 3, tick: 7 },
			[9, 0],
		]);
	});

	it("keeps the probe's event and unwanted ones to itself", async () => {
		const { daemon, listener } = await listening({ events: 0xffff_fffe });
		daemon.report(10, 1, 0x80 | 29);
		daemon.report(11, 1, 0x80 | 0);
		daemon.report(12, 1, 0x80 | 31);
		await listener.until(() => listener.said.length === 1);
		expect(listener.said).toEqual([{ event: 31, tick: 12 }]);
	});

	it("tells more changes than fit at once, every one", async () => {
		const { daemon, listener } = await listening();
		await daemon.flood(0, 20_000, (i) => i * 3);
		await listener.until(() => listener.said.length === 20_000);
		expect(listener.said.every((said, i) => Array.isArray(said) && said[0] === i && said[1] === i * 3)).toBe(
			true,
		);
	});

	it("says what is missing between changes", async () => {
		const { daemon, listener } = await listening();
		daemon.report(2000, 1);
		await listener.until(() => listener.said.length === 1);
		daemon.report(9000, 0, 0, 5);
		await listener.until(() => listener.said.length === 3);
		expect(listener.said[1]).toMatchObject({ cause: "reportsLost", fromTick: 2000, toTick: 9000 });
	});

	it("watches other GPIOs and events in place, and says their levels", async () => {
		const { daemon, pi, listener } = await listening({ bits: 0b10, events: 0 });
		daemon.level = 0x8000_0001;
		daemon.tick = 5000;
		expect(await listener.feed.change(0xffff_0000, 1)).toEqual({ tick: 5000, level: 0x8000_0001 });
		await pi.getVersion();
		const begun = daemon.received.filter(({ name }) => name === "beginNotification");
		expect(begun.map(({ frame }) => [frame.p1, frame.p2])).toEqual([
			[0, 0b10],
			[0, 0xffff_0000],
		]);
		const monitored = daemon.received.filter(({ name }) => name === "setEventMonitor");
		expect(monitored.map(({ frame }) => frame.p2 & ~(1 << 29))).toEqual([0, 1]);
		daemon.report(6000, 1, 0x80);
		await listener.until(() => listener.said.length === 1);
		expect(listener.said).toEqual([{ event: 0, tick: 6000 }]);
	});

	it("watches what it was last told to after a restart", async () => {
		const { daemon, pi, listener } = await listening();
		const { port } = daemon;
		await listener.feed.change(0b111, 0b1);
		await daemon.stop();
		await until(pi, "disconnected");
		expect(await listener.feed.change(0b100, 0b10)).toBeUndefined();
		const next = await fake(port);
		pi.transport.retry();
		await listener.until(() => listener.begins.length === 2);
		expect(listener.begins[1]).toMatchObject({ epoch: 2, continues: false });
		expect(listener.said).toEqual(["end", "begin"]);
		expect(await next.waitFor("beginNotification")).toMatchObject({ frame: { p2: 0b100 } });
		expect(await next.waitFor("setEventMonitor")).toMatchObject({ frame: { p2: 0b10 | (1 << 29) } });
	});

	it("watches what it is told to while it is being opened", async () => {
		const daemon = await fake();
		const pi = client(daemon.port);
		const listener = new FeedListener(pi, { bits: 1 });
		daemon.script = ({ name }) => {
			if (name === "beginNotification" && listener.begins.length === 0) listener.feed.change(2, 0);
			return undefined;
		};
		await listener.until(() => listener.begins.length === 1);
		const begun = daemon.received.filter(({ name }) => name === "beginNotification");
		expect(begun.at(-1)?.frame.p2).toBe(2);
	});

	it("says nothing more once it is closed, not even of the rest of a chunk", async () => {
		const { daemon, pi } = await connected();
		const ticks: number[] = [];
		const listener = new FeedListener(pi, {
			onWatchdog(_gpio, tick) {
				ticks.push(tick);
				listener.feed.close();
			},
		});
		await listener.until(() => listener.begins.length === 1);
		daemon.report(1, 0, 0x20);
		daemon.report(2, 0, 0x20);
		daemon.report(3, 0);
		await daemon.waitForConnections(1);
		expect(ticks).toEqual([1]);
		expect(listener.said).toEqual(["begin"]);
	});
});
