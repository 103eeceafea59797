import { encodeRequest } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { TestClient } from "../golden/TestClient.ts";
import { delayTime } from "../handlers/delayTime.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";

let simulator: Simulator | undefined;
const clients: TestClient[] = [];

async function start(clock: VirtualClock, options = {}): Promise<TestClient> {
	simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		clock,
		options: { permitted: -1n, ...options },
	});
	return connect();
}

async function connect(): Promise<TestClient> {
	const client = await TestClient.open(simulator?.port ?? 0);
	clients.push(client);
	return client;
}

async function receive(client: TestClient, count: number): Promise<Buffer> {
	await client.settle(() => client.received.length >= count);
	return client.take(count);
}

afterEach(async () => {
	for (const client of clients.splice(0)) await client.close();
	await simulator?.close();
	simulator = undefined;
});

describe("a connection", () => {
	it("waits for its own delay while others go on", async () => {
		const clock = new VirtualClock();
		const first = await start(clock);
		const second = await connect();
		first.send(encodeRequest("delayMillis", { delay: 50 }));
		first.send(encodeRequest("getVersion", {}));
		await first.settle(() => false, 20);
		second.send(encodeRequest("getVersion", {}));
		expect((await receive(second, 16)).readInt32LE(12)).toBe(79);
		expect(first.received).toHaveLength(0);
		clock.advance(delayTime(50_000));
		const answers = await receive(first, 32);
		expect(answers.readUInt32LE(0)).toBe(47);
		expect(answers.readInt32LE(28)).toBe(79);
	});

	it("performs requests behind a delay at the very moment it ends", async () => {
		const clock = new VirtualClock();
		const client = await start(clock, { startTick: 1000 });
		client.send(Buffer.concat([encodeRequest("delayMicros", { delay: 700 }), encodeRequest("getTick", {})]));
		await client.settle(() => false, 20);
		clock.advance(5000);
		expect((await receive(client, 32)).readUInt32LE(28)).toBe(1000 + delayTime(700));
	});

	it("answers what came before an oversize request, then ends", async () => {
		const client = await start(new VirtualClock());
		const oversize = Buffer.alloc(16);
		oversize.writeUInt32LE(65_536, 12);
		client.send(Buffer.concat([encodeRequest("getVersion", {}), oversize]));
		await client.settle(() => client.isClosed);
		expect(client.isClosed).toBe(true);
		expect(client.received).toHaveLength(16);
	});

	it("leaves its data where the next request's extension would be", async () => {
		const client = await start(new VirtualClock());
		client.send(encodeRequest("callCustom2", { first: 0, count: 4, data: Uint8Array.of(1, 0, 0, 0) }));
		await receive(client, 20);
		// FN without an extension: byte 0 is cleared, byte 3 is the last of the answer, which makes 2^24 us.
		client.send(Buffer.from("62000000040000006400000000000000", "hex"));
		expect((await receive(client, 16)).readInt32LE(12)).toBe(-125);
	});

	it("frees its notification handle when it goes", async () => {
		const client = await start(new VirtualClock());
		client.send(encodeRequest("openNotification", {}));
		expect((await receive(client, 16)).readInt32LE(12)).toBe(0);
		await client.close();
		const other = await connect();
		await other.settle(() => simulator?.daemon.notifications.get(0) === undefined);
		other.send(encodeRequest("openNotification", {}));
		expect((await receive(other, 16)).readInt32LE(12)).toBe(0);
	});

	it("keeps reports and answers of one connection whole and in order", async () => {
		const clock = new VirtualClock();
		const client = await start(clock);
		client.send(encodeRequest("openNotification", {}));
		await receive(client, 16);
		client.send(encodeRequest("beginNotification", { handle: 0, bits: 16 }));
		client.send(encodeRequest("setPwm", { gpio: 4, dutyCycle: 128 }));
		await receive(client, 32);
		clock.advance(10_000);
		await client.settle(() => client.received.length >= 12);
		const reports = client.received.length;
		expect(reports % 12).toBe(0);
		client.send(encodeRequest("getVersion", {}));
		await client.settle(() => client.received.length >= reports + 16);
		client.take(reports);
		expect(client.take(4).readUInt32LE(0)).toBe(26);
	});
});

describe("a reader that stops", () => {
	it("is given only so much, and holds up the others until it is gone", async () => {
		const clock = new VirtualClock();
		const commander = await start(clock, { samplePeriod: 1 });
		const stalled = await connect();
		const reader = await connect();
		for (const [handle, client] of [stalled, reader].entries()) {
			client.send(encodeRequest("openNotification", {}));
			await receive(client, 16);
			client.send(encodeRequest("beginNotification", { handle, bits: 16 }));
			await receive(client, 16);
		}
		const pulses = [
			{ on: 16, off: 0, delay: 1 },
			{ on: 0, off: 16, delay: 1 },
		];
		commander.send(encodeRequest("setMode", { gpio: 4, mode: 1 }));
		commander.send(encodeRequest("addPulses", { pulses }));
		commander.send(encodeRequest("createWave", {}));
		commander.send(encodeRequest("sendWaveRepeat", { wave: 0 }));
		stalled.pause();
		const pass = async (millis: number) => {
			for (let i = 0; i < millis; i += 20) {
				clock.advance(20_000);
				await reader.settle(() => false, 3);
				reader.take(reader.received.length);
			}
		};
		await pass(2600);
		const held = process.memoryUsage().arrayBuffers;
		await pass(800);
		expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(8e6);
		clock.advance(20_000);
		await reader.settle(() => false, 20);
		expect(reader.received).toHaveLength(0);
		await stalled.close();
		await reader.settle(() => simulator?.daemon.notifications.get(0) === undefined);
		await pass(20);
		clock.advance(20_000);
		await reader.settle(() => reader.received.length > 1000);
		expect(reader.received.length).toBeGreaterThan(1000);
	});
});

describe("a client that reads no answers", () => {
	it("is served no further until it reads, while others are", async () => {
		const greedy = await start(new VirtualClock());
		const other = await connect();
		greedy.pause();
		const request = encodeRequest("callCustom2", { first: 0, count: 65_535, data: new Uint8Array(65_000) });
		const answer = 16 + 65_000;
		const asked = 400;
		greedy.send(Buffer.concat(Array.from({ length: asked }, () => request)));
		const waiting = async () => (await simulator?.control.call("connections"))?.connections[0];
		await greedy.settle(() => false, 200);
		const held = await waiting();
		// The answers are 26 MB; what the system's buffers took has left.
		expect(held?.requests).toBeLessThan(asked / 2);
		expect(held?.waiting).toBeLessThan(5e6);
		other.send(encodeRequest("getVersion", {}));
		expect((await receive(other, 16)).readInt32LE(12)).toBe(79);
		greedy.resume();
		await greedy.settle(() => {
			greedy.take(greedy.received.length);
			return greedy.total >= asked * answer;
		}, 20_000);
		expect(greedy.total).toBe(asked * answer);
	});
});
