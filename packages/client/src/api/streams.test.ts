import { describe, expect, it } from "vitest";
import { MemoryTransport } from "../testing/MemoryTransport.ts";
import { Pi } from "./Pi.ts";

const G17 = 1 << 17;
const G4 = 1 << 4;

function bench() {
	const transport = new MemoryTransport();
	transport.connect();
	return { transport, pi: new Pi(transport) };
}

describe("edges", () => {
	it("of several GPIOs come in order, until the loop is left", async () => {
		const { transport, pi } = bench();
		const edges = pi.edges([4, 17]);
		await edges.ready;
		for (const level of [G17, G17 | G4, 0]) transport.report(level);
		const seen: (readonly [number, number])[] = [];
		for await (const record of edges) {
			if (record.kind === "edge") seen.push([record.gpio, record.level]);
			if (seen.length === 4) break;
		}
		expect(seen).toEqual([
			[17, 1],
			[4, 1],
			[4, 0],
			[17, 0],
		]);
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
		expect(await edges.next()).toEqual({ done: true, value: undefined });
	});

	it("come with timeouts and gaps among them", async () => {
		const { transport, pi } = bench();
		const edges = pi.edges(17, { edge: "rising" });
		await edges.ready;
		transport.watchdog(17);
		transport.lose();
		transport.reconnect();
		transport.report(G17);
		transport.report(0);
		await pi.close();
		const kinds: string[] = [];
		for await (const record of edges) kinds.push(record.kind);
		expect(kinds).toEqual(["timeout", "gap", "gap", "edge"]);
	});

	it("say how many were dropped when nobody takes them", async () => {
		const { transport, pi } = bench();
		const edges = pi.edges(17, { limit: 2 });
		await edges.ready;
		for (let i = 1; i <= 5; i++) transport.report((i % 2) * G17);
		expect(await edges.next()).toMatchObject({ value: { kind: "gap", cause: "slowReader", dropped: 3 } });
		expect(await edges.next()).toMatchObject({ value: { kind: "edge", level: 0 } });
		expect(() => pi.edges([])).toThrow("gpio must be at least one");
		expect(() => pi.edges(17, { limit: 0 })).toThrow("limit must be a whole number from 1 up");
	});

	it("end by a signal", async () => {
		const { transport, pi } = bench();
		const aborter = new AbortController();
		const edges = pi.edges(17, { signal: aborter.signal });
		await edges.ready;
		const next = edges.next();
		aborter.abort(new Error("enough"));
		await expect(next).rejects.toThrow("enough");
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
		expect(() => pi.edges(17, { signal: aborter.signal })).toThrow("enough");
	});

	it("that are left before they begin keep nobody waiting", async () => {
		const pi = new Pi(new MemoryTransport());
		const edges = pi.edges(17);
		const { ready } = edges;
		await edges.return();
		await ready;
		expect(await edges.next()).toEqual({ done: true, value: undefined });
	});

	it("throw what kept them from beginning", async () => {
		const { transport, pi } = bench();
		await pi.callback(4);
		transport.script = () => new Error("no answer");
		await expect(pi.edges(17).next()).rejects.toThrow("no answer");
		await pi.close();
		await expect(pi.edges(17).next()).rejects.toThrow("The client is closed.");
	});
});

describe("events", () => {
	it("come in order", async () => {
		const { transport, pi } = bench();
		await using events = pi.events([1, 3]);
		await events.ready;
		for (const event of [3, 2, 1]) transport.event(event);
		expect(await events.next()).toMatchObject({ value: { kind: "event", event: 3 } });
		expect(await events.next()).toMatchObject({ value: { kind: "event", event: 1 } });
	});
});
