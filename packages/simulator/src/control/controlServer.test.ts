import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type NetConnectOpts } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { startSimulator } from "../startSimulator.ts";
import { type ControlAddress, parseControlAddress } from "./controlAddress.ts";

async function start(address: ControlAddress) {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ listen: false, clock, bench: "default", control: address });
	onTestFinished(() => simulator.close());
	return { clock, simulator };
}

/** A client whose lines are awaited one after another. */
function open(to: NetConnectOpts) {
	const socket = connect({ ...to, allowHalfOpen: true });
	onTestFinished(() => {
		socket.destroy();
	});
	const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
	return {
		say: (text: string) => socket.write(text),
		/** Says its last. */
		end: (text: string) => socket.end(text),
		next: async (): Promise<unknown> => {
			const { value, done } = await lines.next();
			return done ? undefined : JSON.parse(value);
		},
	};
}

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), "control-"));
	onTestFinished(() => rmSync(made, { recursive: true }));
	return made;
}

test("requests are answered by their ids, however they are cut into pieces", async () => {
	const { simulator } = await start({ host: "127.0.0.1", port: 0 });
	const client = open({ host: "127.0.0.1", port: Number(simulator.controlAddress) });
	client.say('{"id":1,"op":"press","device":"Button","control":"press"}\n\n{"id":"two","op":"tim');
	expect(await client.next()).toEqual({ id: 1, result: {} });
	client.say('e"}\n');
	expect(await client.next()).toMatchObject({ id: "two", result: { isVirtual: true } });
	client.say('{"id":3,"op":"get","device":"Button","control":"colour"}\n');
	expect(await client.next()).toEqual({
		id: 3,
		error: {
			code: "unknownControl",
			message: expect.stringMatching(/^Button has no control "colour"; it has: press/),
			remedy: "Ask for devices; each lists its controls.",
		},
	});
});

test("a subscriber is told of changes", async () => {
	const { simulator } = await start({ host: "127.0.0.1", port: 0 });
	const client = open({ host: "127.0.0.1", port: Number(simulator.controlAddress) });
	client.say('{"id":1,"op":"subscribe"}\n{"id":2,"op":"load","bench":"none"}\n');
	expect(await client.next()).toMatchObject({ id: 1, result: { name: "Default bench" } });
	expect(await client.next()).toMatchObject({ id: 2 });
	client.say('{"id":3,"op":"advance","micros":100000}\n');
	expect(await client.next()).toEqual({ event: "bench", bench: { name: "No bench", devices: [] } });
	expect(await client.next()).toMatchObject({ id: 3, result: { micros: 100_000 } });
});

test("a client that ends after its last request still gets the answer, and its events", async () => {
	const { clock, simulator } = await start({ host: "127.0.0.1", port: 0 });
	const to = { host: "127.0.0.1", port: Number(simulator.controlAddress) };
	const client = open(to);
	client.end('{"id":1,"op":"restartDaemon","downMillis":500}\n');
	const subscriber = open(to);
	subscriber.end('{"id":2,"op":"subscribe"}\n');
	expect(await subscriber.next()).toMatchObject({ id: 2 });
	const next = open(to);
	next.end('{"id":3,"op":"advance","micros":500000}\n');
	expect(await next.next()).toMatchObject({ id: 3 });
	expect(await next.next()).toBeUndefined();
	expect(await client.next()).toEqual({ id: 1, result: {} });
	expect(await client.next()).toBeUndefined();
	await simulator.control.call("load", { bench: "none" });
	clock.advance(1_000_000);
	let event: unknown;
	do event = await subscriber.next();
	while (JSON.stringify(event).includes('"values"'));
	expect(event).toMatchObject({ event: "bench" });
});

test("what is no JSON ends the connection with a reason", async () => {
	const { simulator } = await start({ host: "127.0.0.1", port: 0 });
	const client = open({ host: "127.0.0.1", port: Number(simulator.controlAddress) });
	client.say('POST / HTTP/1.1\r\n{"id":1,"op":"load","bench":"none"}\n');
	expect(await client.next()).toMatchObject({ id: null, error: { code: "malformed" } });
	expect(await client.next()).toBeUndefined();
	expect(simulator.bench.devices.length).toBeGreaterThan(0);
	const endless = open({ host: "127.0.0.1", port: Number(simulator.controlAddress) });
	endless.say("x".repeat(1_100_000));
	expect(await endless.next()).toMatchObject({
		error: { message: "A line has more than a million characters." },
	});
});

test("a Unix socket is its owner's, replaces a stale one and goes with the simulator", async () => {
	const path = join(folder(), "sim.sock");
	const { simulator } = await start({ path });
	expect(simulator.controlAddress).toBe(path);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	const client = open({ path });
	client.say('{"id":1,"op":"time"}\n');
	expect(await client.next()).toMatchObject({ id: 1, result: { micros: 0 } });
	await expect(start({ path })).rejects.toThrow("EADDRINUSE");
	await simulator.close();
	expect(existsSync(path)).toBe(false);
	const nowhere = join(folder(), "none", "sim.sock");
	await expect(start({ path: nowhere })).rejects.toThrow(/there is no folder .*none; make it/);
	const plain = join(folder(), "file");
	writeFileSync(plain, "kept");
	await expect(start({ path: plain })).rejects.toThrow("EADDRINUSE");
	expect(existsSync(plain)).toBe(true);
});

test("a simulator whose control port is taken does not start", async () => {
	const taken = createServer();
	await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		taken.close();
	});
	const { port } = taken.address() as { port: number };
	await expect(start({ host: "127.0.0.1", port })).rejects.toThrow("EADDRINUSE");
});

test.each([
	["8889", { host: "127.0.0.1", port: 8889 }],
	["0.0.0.0:0", { host: "0.0.0.0", port: 0 }],
	["[::1]:8889", { host: "::1", port: 8889 }],
	["./sim.sock", { path: "./sim.sock" }],
	["70000", undefined],
	["sim", undefined],
	["", undefined],
])("the address %j is %j", (text, address) => {
	expect(parseControlAddress(text)).toEqual(address);
});
