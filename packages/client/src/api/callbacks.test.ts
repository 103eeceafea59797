import { describe, expect, it, vi } from "vitest";
import { ClosedError } from "../errors.ts";
import { MemoryTransport } from "../testing/MemoryTransport.ts";
import { Pi } from "./Pi.ts";
import type { Edge, Gap, WatchdogTimeout } from "./records.ts";

const G17 = 1 << 17;
const G4 = 1 << 4;

function bench(level = 0) {
	const transport = new MemoryTransport();
	transport.level = level;
	transport.connect();
	return { transport, pi: new Pi(transport) };
}

/** Collects what a callback hears as [gpio, level, microseconds since the bench began]. */
function collector() {
	const seen: (readonly [number, number, number])[] = [];
	const gaps: Gap[] = [];
	return {
		seen,
		gaps,
		listener: ({ gpio, level, time }: Edge | WatchdogTimeout) => seen.push([gpio, level, time - 1000]),
		onGap: (gap: Gap) => gaps.push(gap),
	};
}

describe("callbacks", () => {
	it("hear of both edges with levels and times", async () => {
		const { transport, pi } = bench();
		const { seen, listener } = collector();
		await pi.callback(17, "either", listener);
		transport.report(G17, 100);
		transport.report(G17 | G4, 10);
		transport.report(G4, 50);
		expect(seen).toEqual([
			[17, 1, 100],
			[17, 0, 160],
		]);
	});

	it.each([
		["rising", [1, 1]],
		["falling", [0]],
	] as const)("hear of %s edges alone", async (edge, levels) => {
		const { transport, pi } = bench();
		const { seen, listener } = collector();
		await pi.callback(17, edge, listener);
		for (const level of [G17, 0, G17]) transport.report(level);
		expect(seen.map(([, level]) => level)).toEqual(levels);
	});

	it("are for rising edges unless told otherwise, and count without a listener", async () => {
		const { transport, pi } = bench();
		const counter = await pi.callback(17);
		for (const level of [G17, 0, G17, 0]) transport.report(level);
		expect(counter.tally()).toBe(2);
		counter.resetTally();
		transport.report(G17);
		expect(counter.tally()).toBe(1);
	});

	it("neither miss nor make up the first edge of a line that was high", async () => {
		const { transport, pi } = bench(G17);
		const { seen, listener } = collector();
		await pi.callback(17, "either", listener);
		await pi.callback(4, "either", listener);
		transport.report(G17 | G4);
		transport.report(G4);
		expect(seen.map(([gpio, level]) => [gpio, level])).toEqual([
			[4, 1],
			[17, 0],
		]);
	});

	it("know the level of a line that changed while nobody watched it", async () => {
		const { transport, pi } = bench();
		await pi.callback(4);
		transport.level = G17;
		transport.tick += 500;
		const { seen, listener } = collector();
		await pi.callback(17, "either", listener);
		// Made before the watch began, under way since: it knows an older level.
		transport.lateReport(G4, 1200);
		transport.report(0, 10);
		expect(seen).toEqual([[17, 0, 510]]);
	});

	it("do not hear of what was before them", async () => {
		const { transport, pi } = bench();
		await pi.callback(17);
		const { seen, listener } = collector();
		transport.tick += 500;
		await pi.callback(17, "either", listener);
		transport.lateReport(G17, 1400);
		transport.report(0, 10);
		expect(seen).toEqual([[17, 0, 510]]);
	});

	it("tell what is reported before the answers to their questions arrive", async () => {
		const { transport, pi } = bench();
		const old = collector();
		await pi.callback(17, "either", old.listener);
		const answers = { getTick: 1000, readBank1: 0 } as Readonly<Record<string, number>>;
		let release = () => {};
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		transport.script = ({ name }) => gate.then(() => answers[name]);
		const fresh = collector();
		const same = collector();
		const event = pi.eventCallback(3);
		const beginning = [
			pi.callback(4, "either", fresh.listener),
			pi.callback(17, "either", same.listener),
			pi.callback(17, "falling", same.listener),
		];
		transport.report(G17 | G4, 100);
		transport.event(3);
		transport.watchdog(4);
		transport.report(G4, 100);
		release();
		await Promise.all(beginning);
		transport.report(0, 100);
		expect(old.seen).toEqual([
			[17, 1, 100],
			[17, 0, 202],
		]);
		expect(fresh.seen).toEqual([
			[4, 1, 100],
			[4, 2, 102],
			[4, 0, 302],
		]);
		expect(same.seen).toEqual([
			[17, 1, 100],
			[17, 0, 202],
			[17, 0, 202],
		]);
		expect((await event).tally()).toBe(1);
	});

	it("do not lose an edge to another that begins while its report is under way", async () => {
		const { transport, pi } = bench();
		const old = collector();
		await pi.callback(17, "either", old.listener);
		// The line has risen at 1040, which the answers know and no report has told yet.
		const answers = { getTick: 1050, readBank1: G17 } as Readonly<Record<string, number>>;
		transport.script = ({ name }) => Promise.resolve(answers[name]);
		const { seen, listener } = collector();
		const beginning = pi.callback(17, "either", listener);
		transport.lateReport(G4, 1010);
		await beginning;
		transport.lateReport(G4 | G17, 1040);
		transport.lateReport(G4, 1060);
		expect(old.seen).toEqual([
			[17, 1, 40],
			[17, 0, 60],
		]);
		expect(seen).toEqual([[17, 0, 60]]);
	});

	it("share one feed whose mask follows them", async () => {
		const { transport, pi } = bench();
		const first = await pi.callback(17);
		const second = await pi.callback(4);
		const third = await pi.callback(4, "falling");
		const event = await pi.eventCallback(7);
		await third.cancel();
		await second.cancel();
		await event.cancel();
		await first.cancel();
		expect(transport.feeds).toBe(1);
		expect(transport.masks).toEqual([
			{ bits: G17, events: 0 },
			{ bits: G17 | G4, events: 0 },
			{ bits: G17 | G4, events: 1 << 7 },
			{ bits: G17, events: 1 << 7 },
			{ bits: G17, events: 0 },
			{ bits: 0, events: 0 },
		]);
	});

	it("hear nothing after cancel, not even in the same report", async () => {
		const { transport, pi } = bench();
		let calls = 0;
		const first = await pi.callback(17, "either", () => {
			calls++;
			first.cancel();
			second.cancel();
		});
		const second = await pi.callback(17, "either", () => calls++);
		transport.reports([
			{ level: G17, micros: 1 },
			{ level: 0, micros: 1 },
		]);
		expect(calls).toBe(1);
	});

	it("hear of watchdogs as level 2", async () => {
		const { transport, pi } = bench();
		const { seen, listener } = collector();
		await pi.callback(17, "falling", listener);
		await pi.callback(4, "falling", listener);
		transport.watchdog(17);
		expect(seen).toEqual([[17, 2, 1]]);
	});

	it("hear of GPIO 31 as of any other", async () => {
		const { transport, pi } = bench(2 ** 31);
		const { seen, listener } = collector();
		await pi.callback(31, "either", listener);
		transport.report(0);
		transport.report(2 ** 31);
		expect(seen.map(([, level]) => level)).toEqual([0, 1]);
		expect(transport.masks).toEqual([{ bits: 2 ** 31, events: 0 }]);
	});

	it("wait for a connection, or for the signal", async () => {
		const transport = new MemoryTransport();
		const pi = new Pi(transport);
		const aborted = new AbortController();
		const given = pi.callback(17, "rising", undefined, { signal: aborted.signal });
		const waiting = pi.callback(4);
		aborted.abort(new Error("enough"));
		await expect(given).rejects.toThrow("enough");
		transport.connect();
		const counter = await waiting;
		transport.report(G4);
		expect(counter.tally()).toBe(1);
	});

	it("end by their signal", async () => {
		const { transport, pi } = bench();
		const aborter = new AbortController();
		const counter = await pi.callback(17, "rising", undefined, { signal: aborter.signal });
		aborter.abort();
		transport.report(G17);
		expect(counter.tally()).toBe(0);
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
	});

	it("end with their scope", async () => {
		const { transport, pi } = bench();
		{
			await using _counter = await pi.callback(17);
		}
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
	});

	it("hear of no gap when the client is closed by its owner", async () => {
		const { transport, pi } = bench();
		const { gaps, onGap } = collector();
		await pi.callback(17, "either", () => {}, { onGap });
		const closing = pi.close();
		transport.endFeed();
		await closing;
		expect(gaps).toEqual([]);
	});

	it("cannot begin once the client is closed", async () => {
		const { pi } = bench();
		await pi.close();
		await expect(pi.callback(17)).rejects.toThrow(ClosedError);
	});

	it("say why they cannot begin", async () => {
		const { transport, pi } = bench();
		await pi.callback(4);
		transport.script = ({ name }) => (name === "readBank1" ? new Error("no answer") : undefined);
		await expect(pi.callback(17)).rejects.toThrow("no answer");
		await expect(pi.callback(4, "up" as "rising")).rejects.toThrow(
			"edge must be rising or falling or either, not up",
		);
		await expect(pi.callback(32)).rejects.toThrow("gpio must be a whole number from 0 to 31, not 32");
	});

	it("do not keep each other from hearing, and their errors are not hidden", async () => {
		const { transport, pi } = bench();
		await pi.callback(17, "rising", () => {
			throw new Error("mine");
		});
		const counter = await pi.callback(17);
		const thrown: (() => void)[] = [];
		const queue = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((job) => thrown.push(job));
		transport.report(G17);
		queue.mockRestore();
		expect(counter.tally()).toBe(1);
		expect(() => thrown[0]?.()).toThrow("mine");
	});
});

describe("gaps", () => {
	it("are told when a connection is lost and when it is back, with edges between in them", async () => {
		const { transport, pi } = bench();
		const { seen, gaps, listener, onGap } = collector();
		const edges: (Edge | WatchdogTimeout)[] = [];
		await pi.callback(
			17,
			"either",
			(edge) => {
				edges.push(edge);
				listener(edge);
			},
			{ onGap },
		);
		transport.report(0, 50);
		transport.lose();
		expect(gaps).toEqual([{ kind: "gap", cause: "disconnected", from: { time: 1050, epoch: 1 } }]);
		transport.level = G17;
		transport.tick += 1_000_000;
		transport.reconnect();
		expect(gaps[1]).toEqual({ ...gaps[0], to: { time: 1_001_050, epoch: 1 } });
		expect(edges).toEqual([
			{ kind: "edge", gpio: 17, level: 1, tick: 1_001_050, time: 1_001_050, epoch: 1, gap: gaps[1] },
		]);
		transport.report(0);
		expect(edges[1]).not.toHaveProperty("gap");
		expect(seen.map(([, level]) => level)).toEqual([1, 0]);
	});

	it("lead into a new epoch when pigpiod was restarted", async () => {
		const { transport, pi } = bench(G17);
		const { gaps, seen, listener, onGap } = collector();
		await pi.callback(17, "either", listener, { onGap });
		transport.lose();
		transport.epoch = 2;
		transport.tick = 77;
		transport.reconnect();
		transport.report(0, 3);
		expect(gaps[1]?.to).toEqual({ time: 77, epoch: 2 });
		expect(seen).toEqual([[17, 0, 80 - 1000]]);
	});

	it("are told when the feed begins anew without having ended", async () => {
		const { transport, pi } = bench();
		const { gaps, onGap, seen, listener } = collector();
		await pi.callback(17, "either", listener, { onGap });
		transport.level = G17;
		transport.tick += 50;
		transport.beginFeed();
		expect(gaps.map(({ to }) => to)).toEqual([undefined, { time: 1050, epoch: 1 }]);
		expect(seen).toEqual([[17, 1, 50]]);
	});

	it("are told when reports are missing, and the level after them is known", async () => {
		const { transport, pi } = bench();
		const { gaps, onGap } = collector();
		const edges: (Edge | WatchdogTimeout)[] = [];
		await pi.callback(17, "either", (edge) => edges.push(edge), { onGap });
		transport.report(G17, 10);
		transport.loss("reportsLost", 1010, 1500);
		transport.report(0, 490);
		transport.report(G17, 10);
		expect(gaps).toEqual([
			{
				kind: "gap",
				cause: "reportsLost",
				from: { time: 1010, epoch: 1 },
				to: { time: 1500, epoch: 1 },
			},
		]);
		expect(edges.map((edge) => [edge.level, "gap" in edge])).toEqual([
			[1, false],
			[0, true],
			[1, false],
		]);
	});

	it("do not end before what is missing", async () => {
		const { transport, pi } = bench();
		const { gaps, onGap, seen, listener } = collector();
		await pi.callback(17, "either", listener, { onGap });
		transport.loss("stalled", 1000, 2000);
		transport.report(G17, 500);
		transport.report(0, 400);
		expect([seen, gaps]).toEqual([[], []]);
		transport.report(G17, 300);
		expect(gaps[0]?.to).toEqual({ time: 2200, epoch: 1 });
		expect(seen).toEqual([[17, 1, 1200]]);
	});

	it("let a callback begin after them, whatever was asked before", async () => {
		const { transport, pi } = bench();
		await pi.callback(17);
		let asked = 0;
		transport.script = ({ name }) => {
			// Reports are lost while the first answers are under way.
			if (name === "getTick" && ++asked === 2) transport.loss("reportsLost", 1000, 1000);
			return undefined;
		};
		const { seen, listener } = collector();
		await pi.callback(4, "either", listener);
		expect(asked).toBeGreaterThan(2);
		transport.report(G4, 10);
		expect(seen).toEqual([[4, 1, 10]]);
	});

	it("end on a quiet line too", async () => {
		const { transport, pi } = bench();
		const { gaps, onGap, seen, listener } = collector();
		await pi.callback(17, "either", listener, { onGap });
		transport.level = G17;
		transport.tick = 3000;
		transport.loss("stalled", 1000, 2000);
		await new Promise<void>((resolve) => {
			const look = () => (gaps.length > 0 ? resolve() : setImmediate(look));
			look();
		});
		expect(gaps[0]?.to).toEqual({ time: 3000, epoch: 1 });
		expect(seen).toEqual([[17, 1, 2000]]);
	});
});
