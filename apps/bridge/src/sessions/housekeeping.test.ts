import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "../testing/TestBench.ts";
import type { TestViewer } from "../testing/TestViewer.ts";

const bench = new TestBench();
afterEach(() => bench.close());

async function two() {
	const { bridge, at } = await bench.bridge();
	return { bridge, at, ann: await bench.viewer(at), bob: await bench.viewer(at) };
}

const inspect = async (viewer: TestViewer) => {
	const answer = await viewer.ask({ op: "inspectDaemon", target: "pi" });
	return answer.op === "result" ? answer.result : answer;
};
const free = (viewer: TestViewer, handles: unknown) =>
	viewer.ask({ op: "freeHandles", target: "pi", handles });
const openSpi = { channel: 0, baud: 50_000, flags: 0 };

describe("what sessions hold", () => {
	it("is told to all who watch, with who and by which command, and again when its session leaves", async () => {
		const { ann, bob } = await two();
		const { sessionId } = await ann.hear("hello");
		await bob.subscribe();
		expect((await bob.hear("holdings")).holdings).toEqual([]);
		await ann.call("openSpi", openSpi);
		const told = await bob.hear("holdings", ({ holdings }) => holdings.length > 0);
		expect(told.holdings).toEqual([
			{ kind: "spi", id: 0, session: sessionId, pigs: "spio 0 50000 0", at: expect.any(Number) },
		]);
		bob.messages.length = 0;
		await ann.close();
		expect((await bob.hear("holdings")).holdings).toEqual([]);
	});
});

describe("handles that nobody here opened", () => {
	it("are found, told apart from those of sessions, and closed for who asks", async () => {
		const { bridge, ann, bob } = await two();
		await bob.subscribe();
		await bridge.target.pi.openSpi(openSpi);
		const script = await bridge.target.pi.storeScript({ text: "tag 1 mils 1 jmp 1" });
		expect(await ann.call("openSpi", openSpi)).toMatchObject({ result: 1 });
		const orphans = [
			{ kind: "spi", id: 0 },
			{ kind: "script", id: script },
		];
		expect(await inspect(bob)).toMatchObject({ orphans, reach: "computer" });
		expect(await free(bob, [...orphans, { kind: "spi", id: 1 }, { kind: "i2c", id: 7 }])).toMatchObject({
			result: {
				freed: orphans,
				kept: [
					{ handle: { kind: "spi", id: 1 }, reason: "A session holds it." },
					{ handle: { kind: "i2c", id: 7 }, reason: "Unknown handle (PI_BAD_HANDLE)." },
				],
			},
		});
		await bob.hear("log", ({ entry }) => entry.pigs === "spic 0" && entry.result === 0);
		expect(await inspect(bob)).toMatchObject({ orphans: [] });
		expect(await ann.call("writeSpi", { handle: 1, data: { hex: "00" } })).toMatchObject({ result: 1 });
	});

	it("are asked after once for all who ask at the same time", async () => {
		const { daemon, at } = await bench.fake();
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		daemon.received.length = 0;
		await Promise.all([inspect(ann), inspect(bob)]);
		const asked = daemon.received.filter(({ name }) => name === "getScriptStatus");
		expect(new Set(asked.map(({ frame }) => frame.p1)).size).toBe(asked.length);
	});

	it("do not include the bridge's own reports", async () => {
		const { bridge, ann } = await two();
		expect(bridge.target.reportHandle).toBe(0);
		expect(await inspect(ann)).toMatchObject({ orphans: [] });
	});

	it("cannot be freed in words that make no sense", async () => {
		const { ann } = await two();
		for (const handles of [[], [{ kind: "socket", id: 1 }], [{ kind: "spi", id: -1 }], "all"]) {
			expect(await free(ann, handles)).toMatchObject({ op: "error", code: "malformed" });
		}
	});
});

describe("statistics", () => {
	it("tell how long pigpiod takes to answer", async () => {
		const { ann } = await two();
		await ann.hear("statistics", ({ roundTripMs }) => roundTripMs !== undefined && roundTripMs < 5000);
	});
});
