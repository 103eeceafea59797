import { encodeResponse, InvalidArgument, PigpioError } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { ClosedError, CommandTimeoutError, ConnectionError, NotConnectedError } from "./errors.ts";
import { client, fake, until } from "./testing/daemons.ts";

describe("Pi", () => {
	it("says which daemon answered", async () => {
		const daemon = await fake();
		expect(await client(daemon.port).connected()).toMatchObject({
			kind: "live",
			address: "127.0.0.1",
			epoch: 1,
			version: 79,
			revision: 0xa02082,
		});
	});

	it.each(["::1", "127.0.0.1"])("finds a daemon that listens on %s alone", async (host) => {
		const daemon = await fake(0, host);
		expect(await client(daemon.port, { host: "localhost" }).connected()).toMatchObject({ address: host });
	});

	it("has every command as a method and answers in order", async () => {
		const daemon = await fake();
		daemon.script = ({ name, frame }) => (name === "read" ? frame.p1 % 2 : undefined);
		const pi = client(daemon.port);
		await pi.connected();
		const replies = await Promise.all(Array.from({ length: 50 }, (_, gpio) => pi.read({ gpio })));
		expect(replies).toEqual(Array.from({ length: 50 }, (_, gpio) => gpio % 2));
		expect(await pi.getVersion()).toBe(79);
	});

	it("understands replies that arrive byte by byte", async () => {
		const daemon = await fake();
		daemon.cutInto([1]);
		const data = Uint8Array.of(1, 2, 3);
		daemon.script = ({ name, frame }) =>
			name === "readI2cDevice" ? { bytes: encodeResponse({ ...frame, result: 3, data }) } : undefined;
		const pi = client(daemon.port);
		await pi.connected();
		const [bytes, level] = await Promise.all([
			pi.readI2cDevice({ handle: 0, count: 3 }),
			pi.read({ gpio: 4 }),
		]);
		expect([...bytes]).toEqual([1, 2, 3]);
		expect(level).toBe(0);
	});

	it("rejects with pigpio's own name for an error", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "write" ? -41 : undefined);
		const pi = client(daemon.port);
		await pi.connected();
		const failure = pi.write({ gpio: 28, level: 1 });
		await expect(failure).rejects.toThrow(PigpioError);
		await expect(failure).rejects.toMatchObject({ code: -41, pigpioName: "PI_NOT_PERMITTED" });
	});

	it("refuses what must not be sent before sending it", async () => {
		const daemon = await fake();
		const pi = client(daemon.port);
		await pi.connected();
		await expect(pi.setServo({ gpio: 4, pulseWidth: 3000 })).rejects.toThrow(InvalidArgument);
		expect(daemon.names()).not.toContain("setServo");
	});

	it("reads levels and ticks as unsigned", async () => {
		const daemon = await fake();
		daemon.level = 0xffff_fffe;
		const pi = client(daemon.port);
		await pi.connected();
		expect(await pi.readBank1()).toBe(0xffff_fffe);
	});

	it("gives up on a command in time and swallows its late reply", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "getMode" ? "hang" : undefined);
		const pi = client(daemon.port, { timeoutMs: 100 });
		await pi.connected();
		await expect(pi.getMode({ gpio: 4 })).rejects.toThrow(CommandTimeoutError);
	});

	it("lets a blocking command wait on a connection of its own", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "delayMillis" ? "hang" : undefined);
		const pi = client(daemon.port);
		await pi.connected();
		const delay = pi.delayMillis({ delay: 1000 });
		delay.catch(() => {});
		const { connection } = await daemon.waitFor("delayMillis");
		expect(await pi.read({ gpio: 1 })).toBe(0);
		expect(await daemon.waitFor("read")).not.toMatchObject({ connection });
		await pi.close();
		await expect(delay).rejects.toThrow(ConnectionError);
	});

	it("settles every waiting call when the daemon dies", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "getMode" ? "hang" : name === "write" ? "die" : undefined);
		const pi = client(daemon.port);
		await pi.connected();
		const calls = [pi.getMode({ gpio: 1 }), pi.getMode({ gpio: 2 }), pi.write({ gpio: 1, level: 1 })];
		const results = await Promise.allSettled(calls);
		for (const result of results) {
			expect(result).toMatchObject({ status: "rejected", reason: { reason: { code: "closed" } } });
		}
	});

	it("gives up the connection when a reply answers something else", async () => {
		const daemon = await fake();
		daemon.script = ({ name, frame }) =>
			name === "read"
				? { bytes: encodeResponse({ ...frame, p1: 9, result: 1, data: new Uint8Array() }) }
				: undefined;
		const pi = client(daemon.port);
		await pi.connected();
		const gone = until(pi, "disconnected");
		await expect(pi.read({ gpio: 4 })).rejects.toMatchObject({ reason: { code: "protocol" } });
		expect(await gone).toMatchObject({ cause: { code: "protocol" } });
		await until(pi, "live");
		expect(pi.status).toMatchObject({ kind: "live", epoch: 1 });
	});

	it("gives up the connection when a reply announces impossible data", async () => {
		const daemon = await fake();
		daemon.script = ({ name, frame }) =>
			name === "readFile"
				? { bytes: encodeResponse({ ...frame, result: 0x7fff_ffff, data: new Uint8Array() }) }
				: undefined;
		const pi = client(daemon.port);
		await pi.connected();
		await expect(pi.readFile({ handle: 0, count: 10 })).rejects.toThrow(ConnectionError);
	});

	it("says in words that nothing listens, and connects when something does", async () => {
		const daemon = await fake();
		const { port } = daemon;
		await daemon.stop();
		const pi = client(port, { host: "localhost", random: () => 1 });
		expect(await until(pi, "disconnected")).toMatchObject({
			cause: {
				code: "refused",
				message: `Nothing listens on localhost:${port}.`,
				remedy: "Start it with sudo pigpiod.",
			},
			attempt: 1,
		});
		await expect(pi.read({ gpio: 1 })).rejects.toThrow(NotConnectedError);
		await fake(port);
		pi.transport.retry();
		expect(await until(pi, "live")).toMatchObject({ epoch: 1 });
	});

	it("says that something else listens there", async () => {
		const daemon = await fake();
		daemon.script = () => ({ bytes: new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n") });
		const pi = client(daemon.port);
		await expect(pi.connected()).rejects.toMatchObject({ reason: { code: "notPigpiod" } });
	});

	it("says that it is not served when the connection is closed without a word", async () => {
		const daemon = await fake();
		daemon.script = () => "die";
		const pi = client(daemon.port);
		await expect(pi.connected()).rejects.toMatchObject({
			reason: { code: "notAllowed", remedy: expect.stringContaining("add -n 127.0.0.1,") },
		});
	});

	it("begins an epoch after a restart and sets filters and watchdogs again", async () => {
		const daemon = await fake();
		const { port } = daemon;
		const pi = client(port);
		await pi.connected();
		await pi.setGlitchFilter({ gpio: 4, steady: 100 });
		await pi.setWatchdog({ gpio: 5, timeout: 10 });
		await pi.setWatchdog({ gpio: 5, timeout: 0 });
		await pi.setNoiseFilter({ gpio: 6, steady: 10, active: 20 });
		await daemon.stop();
		await until(pi, "disconnected");
		const next = await fake(port);
		pi.transport.retry();
		await until(pi, "live");
		expect(pi.status).toMatchObject({ epoch: 2 });
		expect(next.names().filter((name) => name?.startsWith("set"))).toEqual([
			"setGlitchFilter",
			"setNoiseFilter",
		]);
	});

	it("ends when its owner closes it", async () => {
		const daemon = await fake();
		const pi = client(daemon.port);
		await pi.connected();
		await pi.close();
		await pi.closed;
		await expect(pi.read({ gpio: 1 })).rejects.toThrow(ClosedError);
		expect(pi.status).toEqual({ kind: "closed" });
	});

	it("can be closed while it waits for a daemon", async () => {
		const daemon = await fake();
		const { port } = daemon;
		await daemon.stop();
		const pi = client(port, { random: () => 1 });
		await until(pi, "disconnected");
		await pi.close();
	});

	it("can be closed at once while a host does not answer", async () => {
		// An address for documentation: packets to it go nowhere.
		const pi = client(8888, { host: "192.0.2.1", timeoutMs: 60_000 });
		await pi.close();
		expect(pi.status).toEqual({ kind: "closed" });
	});

	it("does what the README shows", async () => {
		const daemon = await fake();
		daemon.script = ({ name }) => (name === "read" ? 1 : undefined);
		const pi = client(daemon.port, { host: "localhost" });
		await pi.connected();
		await pi.setMode({ gpio: 17, mode: 1 });
		await pi.write({ gpio: 17, level: 1 });
		expect(await pi.read({ gpio: 17 })).toBe(1);
		await pi.close();
	});
});
