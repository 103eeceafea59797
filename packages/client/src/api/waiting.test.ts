import { describe, expect, it } from "vitest";
import { ClosedError } from "../errors.ts";
import { MemoryTransport } from "../testing/MemoryTransport.ts";
import { Pi } from "./Pi.ts";

const G17 = 1 << 17;

/** A client whose first wait has begun. */
async function watching<T>(begin: (pi: Pi) => Promise<T>) {
	const transport = new MemoryTransport();
	const pi = new Pi(transport);
	const found = begin(pi);
	transport.connect();
	return { transport, pi, found };
}

describe("waitForEdge", () => {
	it("resolves with the first edge of that kind and stops watching", async () => {
		const { transport, found } = await watching((pi) => pi.waitForEdge(17, "falling"));
		for (const level of [G17, 0, G17, 0]) transport.report(level);
		expect(await found).toEqual({ kind: "edge", gpio: 17, level: 0, tick: 1020, time: 1020, epoch: 1 });
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
	});

	it("is not ended by a watchdog", async () => {
		const { transport, found } = await watching((pi) => pi.waitForEdge(17));
		transport.watchdog(17);
		transport.report(G17);
		expect(await found).toMatchObject({ level: 1 });
	});

	it("gives nothing when the time is over", async () => {
		const { transport, found } = await watching((pi) => pi.waitForEdge(17, "either", { timeoutMs: 1 }));
		expect(await found).toBeUndefined();
		expect(transport.masks.at(-1)).toEqual({ bits: 0, events: 0 });
	});

	it("goes on over a lost connection and finds an edge that came meanwhile", async () => {
		const { transport, found } = await watching((pi) => pi.waitForEdge(17));
		transport.lose();
		transport.level = G17;
		transport.reconnect();
		expect(await found).toMatchObject({ level: 1, gap: { cause: "disconnected" } });
	});

	it("rejects with the signal's reason", async () => {
		const aborter = new AbortController();
		const { found } = await watching((pi) => pi.waitForEdge(17, "rising", { signal: aborter.signal }));
		aborter.abort(new Error("enough"));
		await expect(found).rejects.toThrow("enough");
	});

	it("rejects when the client is closed", async () => {
		const { pi, found } = await watching((pi) => pi.waitForEdge(17));
		await pi.close();
		await expect(found).rejects.toThrow(ClosedError);
	});

	it.each([-1, 2 ** 31, Number.NaN])("refuses a time of %s ms", async (timeoutMs) => {
		const { found } = await watching((pi) => pi.waitForEdge(17, "rising", { timeoutMs }).catch(String));
		expect(await found).toContain("RangeError: timeoutMs must be from 0 to 2147483647 ms or Infinity");
	});
});

describe("waitForEvent", () => {
	it("resolves with that event only", async () => {
		const { transport, found } = await watching((pi) => pi.waitForEvent(7));
		transport.event(6);
		transport.event(7);
		expect(await found).toEqual({ kind: "event", event: 7, tick: 1002, time: 1002, epoch: 1 });
	});

	it("gives nothing when the time is over", async () => {
		const { found } = await watching((pi) => pi.waitForEvent(7, { timeoutMs: 1 }));
		expect(await found).toBeUndefined();
	});
});

describe("eventCallback", () => {
	it("counts, and calls back", async () => {
		const transport = new MemoryTransport();
		transport.connect();
		const pi = new Pi(transport);
		const heard: number[] = [];
		const callback = await pi.eventCallback(31, ({ event }) => heard.push(event));
		transport.event(31);
		transport.event(30);
		transport.event(31);
		expect([heard, callback.tally()]).toEqual([[31, 31], 2]);
		await callback.cancel();
		transport.event(31);
		expect(callback.tally()).toBe(2);
	});
});
