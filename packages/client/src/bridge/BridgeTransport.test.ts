import { encodeBlock, type ServerMessage, type TargetFacts } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "../clock.ts";
import { NotConnectedError } from "../errors.ts";
import type { PiStatus } from "../PiStatus.ts";
import { BridgeTransport } from "./BridgeTransport.ts";
import { bridgeAddress } from "./bridgeAddress.ts";
import type { WebSocketLike } from "./WebSocketLike.ts";

/** A clock that stands still until it is told to go on. */
class ManualClock implements Clock {
	#now = 0;
	#timers: { readonly at: number; readonly run: () => void }[] = [];

	now(): number {
		return this.#now;
	}

	after(ms: number, run: () => void): () => void {
		const timer = { at: this.#now + ms, run };
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter((each) => each !== timer);
		};
	}

	/** Lets time pass, and what waits for a promise run after each timer. */
	async pass(ms: number): Promise<void> {
		const end = this.#now + ms;
		for (;;) {
			const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
			if (next === undefined) break;
			this.#timers = this.#timers.filter((each) => each !== next);
			this.#now = Math.max(this.#now, next.at);
			next.run();
			await settled();
		}
		this.#now = end;
	}
}

/** Lets everything run that only waits for promises. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A bridge's end of a WebSocket: says what it is told, and keeps what it hears. */
class FakeSocket implements WebSocketLike {
	static opened: FakeSocket[] = [];
	binaryType = "blob";
	onopen: ((event: never) => void) | null = null;
	onmessage: ((event: never) => void) | null = null;
	onclose: ((event: never) => void) | null = null;
	onerror: ((event: never) => void) | null = null;
	readonly url: string;
	readonly protocols: readonly string[];
	readonly heard: Record<string, unknown>[] = [];
	isClosed = false;

	constructor(url: string, protocols: string[]) {
		this.url = url;
		this.protocols = protocols;
		FakeSocket.opened.push(this);
	}

	send(text: string): void {
		const message = JSON.parse(text) as Record<string, unknown>;
		this.heard.push(message);
		if (message["op"] === "subscribe")
			this.say({
				op: "result",
				id: message["id"] as number,
				result: { epoch: 1, first: 0, next: 0, resumed: false },
			});
		if (message["command"] === "readBank1" || message["command"] === "getTick")
			this.say({ op: "result", id: message["id"] as number, result: 0 });
	}

	close(): void {
		this.isClosed = true;
	}

	say(message: ServerMessage): void {
		queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) } as never));
	}

	/** Several messages that arrive in one piece. */
	sayAll(...messages: readonly ServerMessage[]): void {
		for (const message of messages) this.onmessage?.({ data: JSON.stringify(message) } as never);
	}

	bytes(bytes: Uint8Array): void {
		this.onmessage?.({ data: bytes.slice().buffer } as never);
	}

	greet(targets: readonly TargetFacts[] = [liveTarget("pi")]): void {
		const hello = { version: "1", protocol: "gpioscope.v1", sessionId: "s", capabilities: [] };
		this.say({ op: "hello", ...hello, role: "operator", targets: [...targets] });
	}
}

function liveTarget(id: string): TargetFacts {
	const state = { kind: "live", epoch: 1, version: 79, revision: 0xa02082, since: 0 } as const;
	return { id, name: id, address: { host: id, port: 8888 }, simulated: true, state };
}

const transports: BridgeTransport[] = [];
afterEach(async () => {
	for (const transport of transports.splice(0)) {
		FakeSocket.opened.at(-1)?.onclose?.({ code: 1006, reason: "" } as never);
		await transport.close();
	}
	FakeSocket.opened = [];
});

async function started(target?: string) {
	const clock = new ManualClock();
	const problems: unknown[] = [];
	const transport = new BridgeTransport({
		url: "http://pi:8880/#token=abc",
		...(target !== undefined && { target }),
		WebSocket: FakeSocket,
		fetch: () => Promise.reject(new TypeError("away")),
		clock,
		random: () => 1,
		onProblem: (problem) => problems.push(problem),
	});
	transports.push(transport);
	const statuses: PiStatus[] = [];
	transport.onStatus((status) => statuses.push(status));
	await settled();
	const socket = FakeSocket.opened.at(-1);
	if (socket === undefined) throw new Error("It did not open a WebSocket.");
	return { clock, transport, statuses, socket, problems };
}

/** What a feed of one line says. */
function listenTo(transport: BridgeTransport): readonly unknown[] {
	const said: unknown[] = [];
	transport.openFeed({
		bits: 1,
		onBegin: () => said.push("begin"),
		onChanges: (ticks, levels, count) => {
			for (let i = 0; i < count; i++) said.push([ticks[i], levels[i]]);
		},
		onWatchdog: () => {},
		onEvent: () => {},
		onLoss: (loss) => said.push(loss),
		onEnd: () => said.push("end"),
	});
	return said;
}

/** A block of 1 ms in which GPIO 0 has one level. */
function levelBlock(number: number, level: number, target = 0): Uint8Array {
	return encodeBlock({
		target,
		epoch: 1,
		number,
		baseTime: number * 1000,
		endTime: number * 1000 + 1000,
		firstLevel: level,
		known: 0xffff_ffff,
		times: new Uint32Array(),
		levels: new Uint32Array(),
		count: 0,
		gaps: [],
		watchdogs: [],
		events: [],
	});
}

describe("a transport over a bridge", () => {
	it("offers the token beside the subprotocol", async () => {
		const { socket } = await started();
		expect(socket.url).toBe("ws://pi:8880/ws");
		expect(socket.protocols).toEqual(["gpioscope.v1", "gpioscope.token.abc"]);
		expect(socket.binaryType).toBe("arraybuffer");
	});

	it("takes in what follows the greeting in the same breath", async () => {
		const { transport, socket } = await started();
		const cause = { code: "refused", message: "Gone.", remedy: "Wait." } as const;
		const state = { kind: "disconnected", cause, attempt: 1, retryAt: 0 } as const;
		const target = { id: "pi", name: "Pi", address: { host: "pi", port: 8888 }, simulated: true, state };
		const hello = { version: "1", protocol: "gpioscope.v1", sessionId: "s", capabilities: [] };
		const live = { kind: "live", epoch: 1, version: 79, revision: 0xa02082, since: 0 } as const;
		socket.sayAll(
			{ op: "hello", ...hello, role: "operator", targets: [target] },
			{ op: "status", target: { ...target, state: live } },
		);
		expect(transport.status.kind).toBe("live");
	});

	it("closes in time though its calls are never answered", async () => {
		const { clock, transport, socket } = await started();
		socket.greet();
		await settled();
		const calls = Array.from({ length: 300 }, () => transport.call("read", { gpio: 4 }));
		const all = Promise.allSettled(calls);
		const closing = transport.close();
		await settled();
		await clock.pass(2000);
		await closing;
		expect(transport.status).toEqual({ kind: "closed" });
		expect(new Set((await all).map(({ status }) => status))).toEqual(new Set(["rejected"]));
	});

	it("gives up on a bridge that does not greet, and tries again", async () => {
		const { clock, transport, socket } = await started();
		await clock.pass(10_000);
		expect(socket.isClosed).toBe(true);
		expect(transport.status).toMatchObject({ kind: "disconnected", cause: { code: "timeout" }, attempt: 1 });
		await clock.pass(200);
		expect(FakeSocket.opened.length).toBe(2);
		expect(transport.status).toMatchObject({ kind: "connecting", attempt: 2 });
	});

	it("asks a silent bridge whether it is there, then drops it with all that waits", async () => {
		const { clock, transport, socket } = await started();
		socket.greet();
		await settled();
		expect(transport.status.kind).toBe("live");
		const call = transport.call("read", { gpio: 4 }, { timeoutMs: 60_000 }).catch((error: Error) => error);
		await clock.pass(5000);
		expect(socket.heard.at(-1)).toMatchObject({ op: "ping" });
		expect(socket.isClosed).toBe(false);
		await clock.pass(20_000);
		expect(socket.isClosed).toBe(true);
		expect(await call).toMatchObject({ name: "ConnectionError", reason: { code: "timeout" } });
	});

	it("sends no more at once than the bridge takes, in order, and no call that was given up before", async () => {
		const { transport, socket } = await started();
		socket.greet();
		await settled();
		const ending = new AbortController();
		const calls = Array.from({ length: 250 }, (_, i) =>
			transport.call("read", { gpio: i % 32 }, i === 249 ? { signal: ending.signal } : {}),
		);
		const sent = () => socket.heard.filter(({ op }) => op === "call");
		await settled();
		expect(sent().length).toBe(200);
		ending.abort(new Error("enough"));
		await expect(calls[249]).rejects.toThrow("enough");
		for (const { id } of sent().slice(0, 100)) socket.say({ op: "result", id: id as number, result: 1 });
		await settled();
		expect(sent().length).toBe(249);
		expect(sent().map(({ args }) => (args as { gpio: number }).gpio)).toEqual(
			Array.from({ length: 249 }, (_, i) => i % 32),
		);
		for (const { id } of sent().slice(100)) socket.say({ op: "result", id: id as number, result: 1 });
		expect(await Promise.all(calls.slice(0, 249))).toEqual(Array.from({ length: 249 }, () => 1));
	});

	it("waits for a target that is not there yet, and for one that was taken off the list", async () => {
		const { transport, socket, statuses } = await started("shed");
		socket.greet();
		await settled();
		expect(transport.status).toMatchObject({
			kind: "disconnected",
			cause: { remedy: expect.stringContaining("It has: pi.") },
		});
		expect(socket.isClosed).toBe(false);
		const said = listenTo(transport);
		socket.say({ op: "targets", targets: [liveTarget("pi"), liveTarget("shed")] });
		await settled();
		expect(transport.status.kind).toBe("live");
		expect(socket.heard.find(({ op }) => op === "subscribe")).toMatchObject({ target: "shed" });
		const written = transport.call("write", { gpio: 4, level: 1 });
		await settled();
		const call = socket.heard.at(-1);
		expect(call).toMatchObject({ op: "call", target: "shed", command: "write" });
		socket.say({ op: "result", id: call?.["id"] as number, result: 0 });
		expect(await written).toBe(0);
		socket.say({ op: "targets", targets: [liveTarget("pi")] });
		await settled();
		expect(transport.status).toMatchObject({ kind: "disconnected", retryAt: Number.POSITIVE_INFINITY });
		await expect(transport.call("read", { gpio: 4 })).rejects.toThrow(NotConnectedError);
		// Added again it is another run: nothing of the old one is resumed.
		socket.say({ op: "targets", targets: [liveTarget("pi"), liveTarget("shed")] });
		await settled();
		expect(socket.heard.filter(({ op }) => op === "subscribe")).toEqual([
			expect.objectContaining({ target: "shed" }),
			expect.not.objectContaining({ since: expect.anything() }),
		]);
		expect(said).toEqual(["begin", "end", "begin"]);
		expect(statuses.map(({ kind }) => kind)).toEqual(["disconnected", "live", "disconnected", "live"]);
	});

	it("takes blocks whatever number the bridge gave the target", async () => {
		const { transport, socket } = await started("shed");
		socket.greet([liveTarget("pi"), liveTarget("shed")]);
		await settled();
		const said = listenTo(transport);
		await settled();
		// Others were removed before: numbers are never used twice.
		socket.bytes(levelBlock(1, 0, 5));
		socket.bytes(levelBlock(2, 1, 5));
		expect(said).toEqual(["begin", [2000, 1]]);
	});

	it("tells a block that arrived damaged as a loss", async () => {
		const { transport, socket, problems } = await started();
		socket.greet();
		await settled();
		const said = listenTo(transport);
		await settled();
		socket.bytes(levelBlock(1, 0));
		const damaged = levelBlock(2, 0);
		damaged[damaged.length - 1] = 0xff ^ (damaged[damaged.length - 1] ?? 0);
		socket.bytes(damaged);
		socket.bytes(levelBlock(3, 1));
		expect(problems.length).toBe(1);
		expect(said).toEqual(["begin", { cause: "damaged", fromTick: 2000, toTick: 3000 }, [3000, 1]]);
	});
});

describe("bridgeAddress", () => {
	it.each([
		["http://localhost:8880/#token=a.b_~-1", "ws://localhost:8880/ws", ["gpioscope.token.a.b_~-1"]],
		["https://pi.example/scope/", "wss://pi.example/scope/ws", []],
		["ws://[::1]:8880/ws", "ws://[::1]:8880/ws", []],
		["wss://pi.example", "wss://pi.example/ws", []],
	])("understands %s", (url, socketUrl, tokens) => {
		expect(bridgeAddress(url)).toMatchObject({ socketUrl, protocols: ["gpioscope.v1", ...tokens] });
	});

	it.each([
		["ftp://pi/", undefined, "begins with http"],
		["http://pi/", "a b", "A token has only"],
		[undefined, undefined, "Give the url"],
	])("refuses %s", (url, token, message) => {
		expect(() => bridgeAddress(url, token)).toThrow(message);
	});
});
