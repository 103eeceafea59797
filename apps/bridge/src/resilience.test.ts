import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

/** Level words that differ in many bits, so that blocks are large. */
const wild = (i: number) => Math.imul(i + 1, 0x9e37_79b1);

describe("a viewer that stops reading", () => {
	it("costs nobody else anything, and learns what it missed", { timeout: 60_000 }, async () => {
		const { daemon, bridge, at } = await bench.fake();
		const [reader, sleeper] = [await bench.viewer(at), await bench.viewer(at)];
		await reader.subscribe();
		await sleeper.subscribe();
		sleeper.socket.pause();
		let sent = 0;
		for (let round = 0; round < 40; round++) {
			// Resolves only because the bridge goes on draining pigpiod.
			await daemon.flood(10_000 + sent, 100_000, wild);
			sent += 100_000;
			daemon.tick = 10_000 + sent;
			await reader.until(() => reader.changes >= sent);
		}
		expect(reader.blocks.flatMap(({ gaps }) => gaps)).toEqual([]);
		expect(bridge.target.ring.byteLength).toBeLessThan(65 * 1024 * 1024);

		sleeper.socket.resume();
		const last = reader.blocks.at(-1)?.number ?? 0;
		await sleeper.until(() => (sleeper.blocks.at(-1)?.number ?? -1) >= last);
		const gaps = sleeper.blocks.flatMap((block) => block.gaps);
		expect(gaps).toEqual(gaps.map((gap) => ({ ...gap, cause: "viewerSlow" })));
		const lost = gaps.reduce((sum, gap) => sum + (gap.lost ?? 0), 0);
		expect(lost).toBeGreaterThan(0);
		const { block } = sleeper.position;
		await reader.until(() => reader.position.block >= block);
		const all = reader.blocks.filter(({ number }) => number <= block);
		expect(sleeper.changes + lost).toBe(all.reduce((sum, { count }) => sum + count, 0));
		expect(await sleeper.call("getVersion")).toMatchObject({ result: 79 });
	});
});

describe("a viewer that comes back", () => {
	it("gets every block it missed, and none twice", async () => {
		const { daemon, at } = await bench.fake();
		const first = await bench.viewer(at);
		await first.subscribe();
		for (let i = 0; i < 50; i++) daemon.report(2000 + i, i + 1);
		await first.until(() => first.changes >= 50);
		const { position } = first;
		await first.close();
		for (let i = 0; i < 50; i++) daemon.report(3000 + i, i + 100);
		const second = await bench.viewer(at);
		expect(await second.subscribe(position)).toMatchObject({
			result: { epoch: position.epoch, first: position.block + 1, resumed: true },
		});
		await second.until(() => second.changes >= 50);
		const numbers = second.blocks.map(({ number }) => number);
		expect(numbers).toEqual(numbers.map((_, i) => position.block + 1 + i));
	});

	it("is told when what it had is of another life of the bridge", async () => {
		const { at } = await bench.fake();
		const viewer = await bench.viewer(at);
		expect(await viewer.subscribe({ epoch: 1, block: 0 })).toMatchObject({ result: { resumed: false } });
	});
});

describe("a daemon that goes away", () => {
	it("is named, then comes back with a new epoch while earlier blocks stay", async () => {
		const { daemon, bridge, at } = await bench.fake();
		const { port } = daemon;
		const viewer = await bench.viewer(at);
		await viewer.subscribe();
		daemon.report(2000, 1);
		await viewer.until(() => viewer.changes >= 1);
		const { epoch } = viewer.position;
		await daemon.stop();
		const { target } = await viewer.hear("status", ({ target }) => target.state.kind === "disconnected");
		expect(target.state).toMatchObject({ cause: { code: expect.any(String), remedy: expect.any(String) } });
		expect(await viewer.call("read", { gpio: 1 })).toMatchObject({ code: "notConnected" });
		const next = await bench.daemon(port);
		expect(await viewer.ask({ op: "retry", target: "pi" })).toMatchObject({ op: "result" });
		await viewer.until(() => bridge.target.pi.status.kind === "live" && viewer.position.epoch > epoch);
		expect(viewer.position.epoch).toBe(epoch + 1);
		next.report(7000, 2);
		await viewer.until(() => viewer.blocks.some((block) => block.epoch === epoch + 1 && block.count > 0));
		expect(await viewer.call("read", { gpio: 1 })).toMatchObject({ result: 0 });
		await viewer.hear(
			"status",
			({ target }) => target.state.kind === "live" && target.state.epoch === epoch + 1,
		);
	});

	it("settles the calls that waited", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name }) => (name === "getPadStrength" ? "hang" : undefined);
		const viewer = await bench.viewer(at);
		const answer = viewer.call("getPadStrength", { pad: 0 });
		await daemon.waitFor("getPadStrength");
		await daemon.stop();
		expect(await answer).toMatchObject({ op: "error", code: "connectionLost" });
	});
});

describe("a flood of questions", () => {
	it("is bounded", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name }) => (name === "getPadStrength" ? "hang" : undefined);
		const viewer = await bench.viewer(at);
		const answers = Array.from({ length: 257 }, () => viewer.call("getPadStrength", { pad: 0 }));
		expect(await answers[256]).toMatchObject({ op: "error", code: "tooManyRequests" });
		await daemon.stop();
		await Promise.all(answers);
	});
});
