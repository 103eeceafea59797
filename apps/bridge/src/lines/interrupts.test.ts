import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LineBench } from "../testing/LineBench.ts";
import type { LineClient } from "../testing/LineClient.ts";

const bench = new LineBench();

beforeEach(() => bench.begin());
afterEach(() => bench.close());

const done = ["OK - operation performed"];

/** wiringPi 0. */
const GPIO = 17;
const BIT = 1 << GPIO;
const pushed = (client: LineClient) => client.lines.filter((line) => line.startsWith("INTERRUPT"));
const eventsOf = (client: LineClient) => pushed(client).map((line) => line.split(" ").slice(0, 3).join(" "));

/** A bridge before a fake pigpiod, all lines low, and a way to change GPIO 17 after so many microseconds. */
async function bridged() {
	const daemon = await bench.daemon();
	daemon.level = 0;
	const source = { kind: "pi", destination: { host: "127.0.0.1", port: daemon.port } } as const;
	const { bridge } = await bench.bridge({ source, lines: bench.lines() });
	const change = (level: number, micros: number) => {
		daemon.tick += micros;
		daemon.level = level;
		daemon.report(daemon.tick, level);
		return daemon.tick;
	};
	return { daemon, bridge, change };
}

describe("interrupts of the line server", () => {
	it("tell edges with pigpiod's ticks, to those who asked for them", async () => {
		const { change } = await bridged();
		const [both, falling, none] = [await bench.connect(), await bench.connect(), await bench.connect()];
		expect(await both.ask("INTERRUPT 0 BOTH\n")).toEqual(done);
		expect(await falling.ask("#f INTERRUPT 0 FALLING\n")).toEqual([`#f ${done[0]}`]);
		expect(await none.ask("INTERRUPT 1 BOTH\n")).toEqual(done);
		const rise = change(BIT, 1000);
		const fall = change(0, 1000);
		await both.until(() => pushed(both).length === 2);
		await falling.until(() => pushed(falling).length === 1);
		expect(pushed(both)).toEqual([`INTERRUPT 0 RISING ${rise}`, `INTERRUPT 0 FALLING ${fall}`]);
		expect(pushed(falling)).toEqual([`INTERRUPT 0 FALLING ${fall}`]);
		expect(await none.ask("READ 1\n")).toEqual(["OK - 0"]);
		expect(pushed(none)).toEqual([]);
	});

	it("leave out what comes sooner than the interval after the last one told", async () => {
		const { change } = await bridged();
		const client = await bench.connect();
		await client.ask("INTERRUPT 0 RISING 10\n");
		const first = change(BIT, 1000);
		change(0, 3000);
		change(BIT, 3000);
		change(0, 3000);
		const second = change(BIT, 1000);
		await client.until(() => pushed(client).length === 2);
		expect(pushed(client)).toEqual([`INTERRUPT 0 RISING ${first}`, `INTERRUPT 0 RISING ${second}`]);
	});

	it("tell nothing of what was before them, and end when told to", async () => {
		const { change, daemon } = await bridged();
		const client = await bench.connect();
		change(BIT, 1000);
		await client.ask("INTERRUPT 0 BOTH\n");
		const fall = change(0, 1000);
		await client.until(() => pushed(client).length === 1);
		expect(pushed(client)).toEqual([`INTERRUPT 0 FALLING ${fall}`]);
		await client.ask("INTERRUPT 0 NONE\nINTERRUPT 1 BOTH\n", 2);
		change(BIT, 1000);
		const other = change(BIT | (1 << 18), 1000);
		await client.until(() => pushed(client).length === 2);
		expect(pushed(client)[1]).toBe(`INTERRUPT 1 RISING ${other}`);
		expect(daemon.names()).not.toContain("setMode");
	});

	it("say when edges may be missing, once, and go on with another pigpiod", async () => {
		const { daemon, bridge, change } = await bridged();
		const client = await bench.connect();
		await client.ask("INTERRUPT 0 BOTH\n");
		change(BIT, 1000);
		await client.until(() => pushed(client).length === 1);
		const { port } = daemon;
		await daemon.stop();
		const next = await bench.daemon(port);
		next.level = BIT;
		next.tick = 50_000;
		await client.until(() => pushed(client).length === 2);
		expect(eventsOf(client)[1]).toBe("INTERRUPT 0 LOST");
		await new Promise<void>((resolve) => {
			const look = () => bridge.target.pi.status.kind === "live" && resolve();
			bridge.target.pi.onStatus(look);
			look();
		});
		next.report(60_000, 0);
		await client.until(() => pushed(client).length === 3);
		expect(pushed(client)[2]).toBe("INTERRUPT 0 FALLING 60000");
	});

	it("say to a program that does not read that edges are missing, when it reads again", async () => {
		const { daemon, change } = await bridged();
		const [client, other] = [await bench.connect(), await bench.connect()];
		await client.ask("INTERRUPT 0 BOTH\n");
		await other.ask("INTERRUPT 1 BOTH\n");
		client.socket.pause();
		const count = 40_000;
		await daemon.flood(daemon.tick + 10, count, (i) => (i % 2 === 0 ? BIT : 0));
		change(1 << 18, count + 1000);
		await other.until(() => pushed(other).length === 1);
		client.socket.resume();
		await client.until(() => eventsOf(client).at(-1) === "INTERRUPT 0 LOST");
		expect(pushed(client).length).toBeLessThan(count);
		const rise = change(BIT, 1000);
		await client.until(() => pushed(client).at(-1) === `INTERRUPT 0 RISING ${rise}`);
	});

	it("of a program that has left disturb nobody", async () => {
		const { bridge, change } = await bridged();
		const [client, other] = [await bench.connect(), await bench.connect()];
		await client.ask("INTERRUPT 0 BOTH\n");
		client.socket.destroy();
		await other.ask("INTERRUPT 0 RISING\n");
		const rise = change(BIT, 1000);
		await other.until(() => pushed(other).length === 1);
		expect(pushed(other)).toEqual([`INTERRUPT 0 RISING ${rise}`]);
		expect(bridge.target.level).toBe(BIT);
	});
});
