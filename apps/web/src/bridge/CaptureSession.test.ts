import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CaptureClient } from "./CaptureClient.ts";
import type { CaptureFacts } from "./CaptureFacts.ts";
import { encodedBlock as block, joinBridge } from "./testing/joinBridge.ts";
import { WorkerQuestions } from "./WorkerQuestions.ts";

function join() {
	const joint = joinBridge();
	const { link, heard } = joint;
	const capture = new CaptureClient(new WorkerQuestions(link), () => "live");
	const states = () => heard.flatMap((message) => (message.kind === "socket" ? [message.state] : []));
	const facts = (): CaptureFacts | undefined => heard.findLast((message) => message.kind === "facts")?.facts;
	return { ...joint, capture, states, facts };
}

let joined: ReturnType<typeof join>;

beforeEach(() => {
	vi.useFakeTimers();
	joined = join();
});

afterEach(() => {
	joined.session.close();
	vi.useRealTimers();
});

describe("the data path", () => {
	it("subscribes after the greeting and tells the facts ten times a second", () => {
		const { fake, facts, heard } = joined;
		fake.socket.greet();
		expect(fake.socket.binaryType).toBe("arraybuffer");
		expect(fake.socket.sent).toEqual([{ op: "subscribe", id: expect.any(Number), target: "pi" }]);
		for (let number = 0; number < 20; number++)
			fake.socket.sendBlock(
				block({
					number,
					baseTime: number * 1000,
					firstLevel: number % 2,
					times: Uint32Array.of(500),
					levels: Uint32Array.of((number + 1) % 2),
					count: 1,
				}),
			);
		vi.advanceTimersByTime(100);
		expect(facts()).toMatchObject({ endTime: 20_000, changes: 20, level: 0, known: 0xffff_ffff, gaps: 0 });
		expect(facts()?.changesPerSecond[0]).toBe(20);
		expect(heard.filter((message) => message.kind === "facts")).toHaveLength(1);
	});

	it("tells the facts once a second while nothing on screen moves with them, and at once when it does", () => {
		const { fake, link, heard } = joined;
		fake.socket.greet();
		link.post({ kind: "calm", isCalm: true });
		const count = () => heard.filter((message) => message.kind === "facts").length;
		const send = (number: number) => fake.socket.sendBlock(block({ number, baseTime: number * 1000 }));
		for (let number = 0; number < 30; number++) {
			send(number);
			vi.advanceTimersByTime(100);
		}
		expect(count()).toBe(3);
		send(30);
		link.post({ kind: "calm", isCalm: false });
		expect(count()).toBe(4);
		send(31);
		vi.advanceTimersByTime(100);
		expect(count()).toBe(5);
	});

	it("tells the newest facts as soon as a view stands still on them", () => {
		const { fake, link, facts } = joined;
		fake.socket.greet();
		fake.socket.sendBlock(block({ number: 0, baseTime: 0 }));
		vi.advanceTimersByTime(100);
		const before = facts()?.endTime ?? 0;
		fake.socket.sendBlock(block({ number: 1, baseTime: 5000 }));
		link.post({ kind: "calm", isCalm: true });
		vi.advanceTimersByTime(100);
		expect(facts()?.endTime).toBe(before + 5000);
	});

	it("shows at once what a person does to the capture, also while it tells little", async () => {
		const { fake, link, capture, facts } = joined;
		fake.socket.greet();
		link.post({ kind: "calm", isCalm: true });
		fake.socket.sendBlock(block({ times: Uint32Array.of(1), levels: Uint32Array.of(1), count: 1 }));
		vi.advanceTimersByTime(100);
		expect(facts()?.changes).toBe(1);
		await capture.clear();
		vi.advanceTimersByTime(100);
		expect(facts()?.changes).toBe(0);
	});

	it("goes quiet when nothing comes any more", () => {
		const { fake, facts, heard } = joined;
		fake.socket.greet();
		fake.socket.sendBlock(block({ times: Uint32Array.of(1), levels: Uint32Array.of(1), count: 1 }));
		vi.advanceTimersByTime(1500);
		expect(facts()?.changesPerSecond[0]).toBe(0);
		const published = heard.length;
		vi.advanceTimersByTime(1000);
		expect(heard).toHaveLength(published);
	});

	it("answers questions", async () => {
		const { fake, capture } = joined;
		fake.socket.greet();
		const times = Uint32Array.of(100, 200, 400);
		fake.socket.sendBlock(block({ times, levels: Uint32Array.of(1, 0, 1), count: 3 }));
		expect((await capture.query(0, 1000, 10)).changed).toEqual(Uint32Array.of(0, 1, 1, 0, 1, 0, 0, 0, 0, 0));
		expect(await capture.nextEdge(1, 150)).toBe(200);
		expect(await capture.previousEdge(1, 150)).toBe(100);
		expect(await capture.pulseAt(0, 150)).toMatchObject({ level: 1, width: 100, period: 300 });
		expect(await capture.edges(0, 0, Number.POSITIVE_INFINITY, 2)).toEqual([
			{ time: 100, level: 1 },
			{ time: 200, level: 0 },
		]);
		expect(await capture.levelAt(450)).toEqual({ level: 1, known: 0xffff_ffff });
		expect((await capture.statistics([0], 0, 1000))[0]).toMatchObject({ rising: 2, falling: 1 });
		await capture.setLimit(5);
		await expect(capture.query(0, 1000, 0)).rejects.toThrow("1 column");
	});

	it("pauses at a trigger's hit once the past that the bridge still knew has come", () => {
		const { fake, heard, session } = joined;
		session.receive({
			kind: "setTriggers",
			triggers: [
				{
					number: 1,
					name: "",
					enabled: true,
					stages: [{ condition: { kind: "lines", lines: { 0: "rising" } }, count: 1 }],
					action: { kind: "pause", length: { unit: "changes", count: 2 }, position: 1 },
				},
			],
		});
		fake.socket.greet();
		const id = fake.socket.sent.at(-1)?.id ?? 0;
		const edge = (number: number) =>
			block({
				number,
				baseTime: number * 1000,
				times: Uint32Array.of(100, 200),
				levels: Uint32Array.of(1, 0),
				count: 2,
			});
		const pauses = () => heard.flatMap((message) => (message.kind === "triggered" ? [message.pause] : []));
		fake.socket.sendBlock(edge(4));
		fake.socket.say({ op: "result", id, result: { epoch: 1, first: 4, next: 6, resumed: false } });
		fake.socket.sendBlock(edge(5));
		expect(pauses()).toEqual([]);
		fake.socket.sendBlock(edge(6));
		expect(pauses()).toMatchObject([{ trigger: 1, hitTime: 6100 }]);
	});

	it("skips a damaged block and says so", () => {
		const { fake, session, heard } = joined;
		fake.socket.greet();
		fake.socket.sendBlock(block({}));
		const damaged = block({ number: 1, baseTime: 1000 });
		damaged[50] = 0xff;
		fake.socket.sendBlock(damaged);
		fake.socket.sendBlock(block({ number: 2, baseTime: 2000 }));
		expect(heard).toContainEqual({ kind: "fault", message: expect.stringContaining("damaged") });
		expect(session.capture.gaps()).toEqual([{ from: 1000, to: 2000, cause: "viewerSlow" }]);
	});

	it("comes back by itself and goes on after the last block it has", async () => {
		const { fake, states, session } = joined;
		fake.socket.greet();
		fake.socket.sendBlock(block({ number: 41 }));
		fake.socket.break();
		await vi.advanceTimersByTimeAsync(250);
		expect(fake.sockets).toHaveLength(2);
		fake.socket.greet("s2");
		expect(fake.socket.sent[0]).toMatchObject({ op: "subscribe", since: { epoch: 1, block: 41 } });
		expect(states().map(({ kind }) => kind)).toEqual(["connecting", "open", "retrying", "open"]);
		fake.socket.sendBlock(block({ number: 42, baseTime: 1000 }));
		expect(session.capture.gapList.count).toBe(0);
	});

	it("waits longer from attempt to attempt while the bridge is away", async () => {
		const { fake, states } = joined;
		fake.isReachable = false;
		for (const delay of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
			fake.socket.break();
			await vi.advanceTimersByTimeAsync(delay - 1);
			const before = fake.sockets.length;
			await vi.advanceTimersByTimeAsync(1);
			expect(fake.sockets).toHaveLength(before + 1);
		}
		expect(states().at(-1)).toMatchObject({ kind: "retrying", attempt: 7 });
	});

	it("stops when the bridge is there but refuses, until told to try again", async () => {
		const { fake, states, bridge } = joined;
		fake.socket.break();
		await vi.advanceTimersByTimeAsync(250);
		fake.socket.break();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(fake.sockets).toHaveLength(2);
		expect(states().at(-1)).toMatchObject({ kind: "refused", reason: expect.stringContaining("token") });
		bridge.retry();
		expect(fake.sockets).toHaveLength(3);
	});

	it("gives up a connection that has gone silent", async () => {
		const { fake, states } = joined;
		fake.socket.greet();
		await vi.advanceTimersByTimeAsync(26_000);
		expect(fake.sockets[0]?.sent.some(({ op }) => op === "ping")).toBe(true);
		expect(fake.sockets.length).toBeGreaterThan(1);
		expect(states().map(({ kind }) => kind)).toContain("retrying");
	});
});

describe("operations", () => {
	it("get their own result or error, bytes included", async () => {
		const { fake, bridge } = joined;
		fake.socket.greet();
		const chain = bridge.call("sendWaveChain", { chain: Uint8Array.of(1, 255) });
		const level = bridge.call("read", { gpio: 4 });
		const [, first, second] = fake.socket.sent;
		expect(first).toMatchObject({ op: "call", command: "sendWaveChain", args: { chain: { hex: "01ff" } } });
		fake.socket.say({ op: "result", id: second?.id ?? 0, result: 1 });
		fake.socket.say({
			op: "error",
			id: first?.id ?? 0,
			code: "daemonError",
			message: "bad wave id",
			pigpioName: "PI_BAD_WAVE_ID",
		});
		expect(await level).toBe(1);
		await expect(chain).rejects.toMatchObject({ code: "daemonError", pigpioName: "PI_BAD_WAVE_ID" });
	});

	it("are told when the connection breaks, and when there is none", async () => {
		const { fake, bridge } = joined;
		await expect(bridge.releaseAll()).rejects.toMatchObject({ code: "notConnected" });
		fake.socket.greet();
		const pending = bridge.call("read", { gpio: 4 });
		fake.socket.break();
		await expect(pending).rejects.toMatchObject({ code: "connectionLost" });
	});

	it("make waves and release what the session holds", async () => {
		const { fake, bridge } = joined;
		fake.socket.greet();
		const wave = bridge.createWave([[1, 0, 5]]);
		const facts = { wave: 0, pulses: 1, controlBlocks: 3, micros: 5 };
		fake.socket.say({ op: "result", id: fake.socket.sent[1]?.id ?? 0, result: facts });
		expect(await wave).toEqual(facts);
		bridge.retry();
		expect(fake.socket.sent.at(-1)).toMatchObject({ op: "retry", target: "pi" });
	});
});
