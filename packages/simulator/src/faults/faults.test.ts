import { type Args, type CommandName, encodeRequest } from "@gpioscope/protocol";
import { expect, onTestFinished, test } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { TestClient } from "../golden/TestClient.ts";
import { type StartOptions, startSimulator } from "../startSimulator.ts";

async function start(more: StartOptions = {}) {
	const clock = new VirtualClock();
	const simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		clock,
		...more,
		options: { permitted: -1n, startTick: 1000, ...more.options },
	});
	onTestFinished(() => simulator.close());
	const connect = async () => {
		const client = await TestClient.open(simulator.port);
		onTestFinished(() => client.close());
		return client;
	};
	return { clock, control: simulator.control, simulator, connect };
}

/** Sends a command and waits for its answer. @returns the result */
async function ask<N extends CommandName>(client: TestClient, name: N, args: Args<N>): Promise<number> {
	client.send(encodeRequest(name, args));
	await client.settle(() => client.received.length >= 16);
	return client.take(16).readInt32LE(12);
}

/** Lets a client receive what may be on its way. */
const quiet = (client: TestClient) => client.settle(() => false, 20);

/** A reset comes a little later than the last bytes, so that the client reads first. */
async function passUntilClosed(clock: VirtualClock, client: TestClient): Promise<void> {
	for (let turn = 0; turn < 100 && !client.isClosed; turn++) {
		await client.settle(() => client.isClosed, 20);
		clock.advance(1000);
	}
}

test("what is split comes piece by piece, as time passes", async () => {
	const { clock, control, connect } = await start();
	const client = await connect();
	await control.call("splitWrites", { bytes: 5, gapMicros: 100 });
	client.send(encodeRequest("getVersion", {}));
	await client.settle(() => client.received.length >= 5);
	for (const expected of [10, 15, 16]) {
		await quiet(client);
		expect(client.received).toHaveLength(expected === 16 ? 15 : expected - 5);
		clock.advance(100);
		await client.settle(() => client.received.length >= expected);
	}
	expect(client.pieces).toEqual([5, 5, 5, 1]);
	expect(client.take(16).readInt32LE(12)).toBe(79);
});

test("reports are split as answers are, and whole again when the fault ends", async () => {
	const { clock, control, connect } = await start();
	const client = await connect();
	await ask(client, "openNotification", {});
	await ask(client, "beginNotification", { handle: 0, bits: 16 });
	clock.advance(2000);
	await ask(client, "write", { gpio: 4, level: 0 });
	client.pieces.splice(0);
	await control.call("splitWrites", { connection: 1, bytes: 7, gapMicros: 5000 });
	clock.advance(2000);
	await client.settle(() => client.received.length >= 7);
	expect(client.pieces).toEqual([7]);
	clock.advance(5000);
	await client.settle(() => client.received.length >= 12);
	expect(client.pieces).toEqual([7, 5]);
	client.take(12);
	await control.call("clearFaults");
	await ask(client, "getVersion", {});
	expect(client.pieces.at(-1)).toBe(16);
});

test("what is merged comes as one piece when the time is up", async () => {
	const { clock, control, connect } = await start();
	const client = await connect();
	await control.call("mergeWrites", { holdMillis: 5 });
	client.send(encodeRequest("getVersion", {}));
	await quiet(client);
	clock.advance(4000);
	client.send(encodeRequest("getTick", {}));
	await quiet(client);
	expect(client.received).toHaveLength(0);
	clock.advance(1000);
	await client.settle(() => client.received.length >= 32);
	expect(client.pieces).toEqual([32]);
});

test("late answers come in order, each time equally late", async () => {
	const times: number[][] = [];
	for (let run = 0; run < 2; run++) {
		const { clock, control, connect } = await start();
		const client = await connect();
		await control.call("delayReplies", { millis: 10, jitterMillis: 10 });
		for (let gpio = 0; gpio < 4; gpio++) client.send(encodeRequest("read", { gpio }));
		await quiet(client);
		const came: number[] = [];
		for (let milli = 1; milli <= 20; milli++) {
			clock.advance(1000);
			await quiet(client);
			while (came.length < client.received.length / 16) came.push(milli);
		}
		expect([0, 1, 2, 3].map((index) => client.received.readUInt32LE(16 * index + 4))).toEqual([0, 1, 2, 3]);
		expect(came[0]).toBeGreaterThan(10);
		times.push(came);
	}
	expect(times[0]).toEqual(times[1]);
});

test("a connection is reset or ended at once", async () => {
	const { control, connect } = await start();
	const first = await connect();
	const second = await connect();
	await ask(first, "getVersion", {});
	await ask(second, "getVersion", {});
	await control.call("dropConnection", { connection: 1, how: "reset" });
	await first.settle(() => first.isClosed);
	expect(first.error).toBe("ECONNRESET");
	expect(await ask(second, "getVersion", {})).toBe(79);
	await control.call("dropConnection", { how: "end" });
	await second.settle(() => second.isClosed);
	expect([second.isClosed, second.error]).toEqual([true, undefined]);
});

test.each(["reset", "end"] as const)(
	"a connection ends (%s) after so many requests or bytes",
	async (how) => {
		const { clock, control, connect } = await start();
		await control.call("dropConnection", { how, afterRequests: 2 });
		const first = await connect();
		for (let i = 0; i < 4; i++) first.send(encodeRequest("getVersion", {}));
		await passUntilClosed(clock, first);
		expect(first.received).toHaveLength(32);
		expect(first.error).toBe(how === "reset" ? "ECONNRESET" : undefined);
		await control.call("clearFaults");
		await control.call("dropConnection", { how, afterBytes: 20 });
		const second = await connect();
		for (let i = 0; i < 4; i++) second.send(encodeRequest("getVersion", {}));
		await passUntilClosed(clock, second);
		expect(second.received).toHaveLength(20);
	},
);

test("new clients are refused while those connected are served", async () => {
	const { control, connect } = await start();
	const early = await connect();
	await control.call("refuseConnects", { refuse: true });
	await expect(connect()).rejects.toThrow("ECONNREFUSED");
	expect(await ask(early, "getVersion", {})).toBe(79);
	await control.call("refuseConnects", { refuse: false });
	expect(await ask(await connect(), "getVersion", {})).toBe(79);
});

test("a daemon that says nothing goes on where it was", async () => {
	const { control, connect } = await start();
	await control.call("ignoreRequests", { ignore: true });
	const client = await connect();
	client.send(encodeRequest("write", { gpio: 4, level: 0 }));
	await quiet(client);
	expect(client.received).toHaveLength(0);
	await control.call("ignoreRequests", { ignore: false });
	await client.settle(() => client.received.length >= 16);
	expect(client.take(16).readInt32LE(12)).toBe(0);
	expect(await ask(client, "read", { gpio: 4 })).toBe(0);
});

test("a stopped alert thread loses what is older than the sample buffer, without a gap in the numbers", async () => {
	const { clock, control, connect } = await start({ options: { bufferMillis: 100 } });
	const client = await connect();
	await ask(client, "openNotification", {});
	await ask(client, "beginNotification", { handle: 0, bits: 16 });
	await ask(client, "setPwm", { gpio: 4, dutyCycle: 128 });
	const reports = async () => {
		await quiet(client);
		const bytes = client.take(client.received.length);
		return Array.from({ length: bytes.length / 12 }, (_, index) => ({
			sequence: bytes.readUInt16LE(12 * index),
			tick: bytes.readUInt32LE(12 * index + 4),
		}));
	};
	clock.advance(20_000);
	const before = (await reports()).at(-1);
	await control.call("stopAlerts");
	clock.advance(500_000);
	expect(await reports()).toEqual([]);
	expect(await control.call("faults")).toEqual({ faults: [{ fault: "stopAlerts", settings: {} }] });
	await control.call("resumeAlerts");
	clock.advance(2000);
	const after = (await reports())[0];
	expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
	const lost = (after?.tick ?? 0) - (before?.tick ?? 0);
	expect(lost).toBeGreaterThan(395_000);
	expect(lost).toBeLessThan(425_000);
});

test("a command fails as often as it is to, for the parameter and the connection named", async () => {
	const { control, connect } = await start();
	const client = await connect();
	const other = await connect();
	await control.call("failCommand", { command: "write", result: -41, p1: 17, times: 2, connection: 1 });
	await control.call("failCommand", { command: 26, result: -25 });
	expect(await ask(other, "write", { gpio: 17, level: 1 })).toBe(0);
	expect(await ask(client, "write", { gpio: 18, level: 1 })).toBe(0);
	expect(await ask(client, "write", { gpio: 17, level: 0 })).toBe(-41);
	expect(await ask(client, "read", { gpio: 17 })).toBe(1);
	expect((await control.call("faults")).faults[0]).toEqual({
		fault: "failCommand",
		connection: 1,
		settings: { code: 4, result: -41, p1: 17, times: 1 },
	});
	expect(await ask(client, "write", { gpio: 17, level: 0 })).toBe(-41);
	expect(await ask(client, "write", { gpio: 17, level: 0 })).toBe(0);
	expect(await ask(other, "getVersion", {})).toBe(-25);
});

test("an error for one connection is forgotten with it", async () => {
	const { control, connect } = await start();
	const client = await connect();
	await control.call("failCommand", { command: "write", result: -41, connection: 1 });
	client.close();
	await expect.poll(async () => (await control.call("connections")).connections).toEqual([]);
	expect(await control.call("faults")).toEqual({ faults: [] });
});

test("a port that is opened twice at once, or shut meanwhile, is what was asked last", async () => {
	const { control, connect } = await start();
	await control.call("refuseConnects", { refuse: true });
	await Promise.all([control.call("refuseConnects", { refuse: false }), control.call("clearFaults")]);
	await connect();
	await control.call("refuseConnects", { refuse: true });
	await Promise.all([
		control.call("refuseConnects", { refuse: false }),
		control.call("refuseConnects", { refuse: true }),
	]);
	await expect(connect()).rejects.toThrow("ECONNREFUSED");
});

test("handles that crashed programs left open are missing to others", async () => {
	const { control, connect } = await start();
	const client = await connect();
	expect(await control.call("leakHandles", { kind: "notification", count: 31 })).toEqual({
		handles: Array.from({ length: 31 }, (_, index) => index),
	});
	expect(await ask(client, "openNotification", {})).toBe(31);
	expect(await ask(await connect(), "openNotification", {})).toBe(-24);
	await control.call("leakHandles", { kind: "script", count: 32 });
	expect(await ask(client, "storeScript", { text: "mils 1" })).toBe(-57);
	await control.call("leakHandles", { kind: "spi", count: 5 });
	await expect(control.call("leakHandles", { kind: "file", count: 1 })).rejects.toMatchObject({
		code: "commandRefused",
		message: expect.stringContaining("PI_NO_FILE_ACCESS"),
	});
});

test("a connection that is not there is named", async () => {
	const { control, connect } = await start();
	await ask(await connect(), "getVersion", {});
	await expect(control.call("splitWrites", { connection: 7, bytes: 1 })).rejects.toMatchObject({
		code: "unknownConnection",
		message: "There is no connection 7; there are: 1.",
	});
	expect((await control.call("connections")).connections).toEqual([
		{
			connection: 1,
			peer: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
			requests: 1,
			bytesOut: 16,
			waiting: 0,
		},
	]);
});
