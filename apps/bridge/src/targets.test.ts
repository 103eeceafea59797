import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TargetFacts } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
let folder = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "gpioscope-targets-"));
});
afterEach(async () => {
	await bench.close();
	await rm(folder, { recursive: true });
});

/** A port on which a program takes connections and never says a word. */
async function mutePort(): Promise<number> {
	const server = createServer((socket) => socket.on("error", () => {}).resume());
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	bench.add({ close: () => new Promise((resolve) => server.close(() => resolve())) });
	return portOf(server);
}

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const port = portOf(server);
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return port;
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return address.port;
}

const at = (port: number, name?: string) => ({
	destination: { host: "127.0.0.1", port },
	...(name === undefined ? {} : { name }),
});

describe("several targets", () => {
	it("work on while one is dead and one never answers", async () => {
		const live = await bench.daemon();
		const others = [at(await deadPort(), "Dead"), at(await mutePort(), "Mute"), at(live.port, "Second")];
		const { at: page } = await bench.bridge({ others });
		const viewer = await bench.viewer(page);
		const { targets } = await viewer.hear("hello");
		expect(targets.map(({ id, name, fixed }) => [id, name, fixed])).toEqual([
			["pi", "Simulated Pi", true],
			["dead", "Dead", true],
			["mute", "Mute", true],
			["second", "Second", true],
		]);
		await viewer.hear("status", ({ target }) => target.id === "dead" && target.state.kind === "disconnected");
		await viewer.subscribe();
		expect(await viewer.call("write", { gpio: 17, level: 1 })).toMatchObject({ result: 0 });
		await viewer.until(() => viewer.changes > 0);
		// A command for the one that never answers waits, or is refused, alone.
		const mute = viewer.ask({ op: "call", target: "mute", command: "getTick" });
		expect(await viewer.call("read", { gpio: 17 })).toMatchObject({ result: 1 });
		const second = viewer.ask({ op: "call", target: "second", command: "getVersion" });
		expect(await second).toMatchObject({ op: "result" });
		const dead = viewer.ask({ op: "call", target: "dead", command: "getTick" });
		expect(await dead).toMatchObject({ op: "error", code: "notConnected" });
		expect(await mute).toMatchObject({ op: "error" });
	});

	it("come, are renamed and go for all sessions, and outlive the bridge", async () => {
		const targetsFile = join(folder, "made", "targets.json");
		const daemon = await bench.daemon();
		const first = await bench.bridge({ targetsFile });
		const [ann, bob] = [await bench.viewer(first.at), await bench.viewer(first.at)];
		const address = { host: "127.0.0.1", port: daemon.port };
		const added = await ann.ask({ op: "addTarget", address, name: " Bench 2 " });
		expect(added).toMatchObject({ op: "result", result: { id: "bench-2", name: "Bench 2", address } });
		const { targets } = await bob.hear("targets");
		expect(targets.map(({ id }) => id)).toEqual(["pi", "bench-2"]);
		await bob.hear("status", ({ target }) => target.id === "bench-2" && target.state.kind === "live");
		await bob.ask({ op: "renameTarget", target: "bench-2", name: "Greenhouse" });
		await bob.ask({ op: "renameTarget", target: "pi", name: "Toy" });
		await ann.hear("status", ({ target }) => target.name === "Greenhouse");
		await first.bridge.close();

		const second = await bench.bridge({ targetsFile });
		const carol = await bench.viewer(second.at);
		const hello = await carol.hear("hello");
		expect(hello.targets.map(({ id, name }) => [id, name])).toEqual([
			["pi", "Toy"],
			["bench-2", "Greenhouse"],
		]);
		expect(await carol.ask({ op: "removeTarget", target: "bench-2" })).toMatchObject({ op: "result" });
		await carol.hear("targets", (message) => message.targets.length === 1);
		expect(await carol.ask({ op: "call", target: "bench-2", command: "getTick" })).toMatchObject({
			code: "unknownTarget",
		});
		expect(JSON.parse(await readFile(targetsFile, "utf8"))).toEqual({
			targets: [],
			names: { simulated: "Toy" },
		});
	});

	it("free on removal what a session and programs without one had opened there", async () => {
		const { bridge: other } = await bench.bridge();
		const { port } = other.found.destination;
		const { at: page } = await bench.bridge();
		const viewer = await bench.viewer(page);
		const answer = await viewer.ask({ op: "addTarget", address: { host: "127.0.0.1", port } });
		const { id: target } = (answer as { result: TargetFacts }).result;
		await viewer.hear(
			"status",
			(message) => message.target.id === target && message.target.state.kind === "live",
		);
		const opened = await viewer.ask({ op: "call", target, command: "storeScript", args: { text: "w 5 1" } });
		expect(opened).toMatchObject({ result: 0 });
		const called = await fetch(`http://127.0.0.1:${page.port}/api/call`, {
			method: "POST",
			headers: { "content-type": "application/json", authorization: `Bearer ${page.token}` },
			body: JSON.stringify({ target, command: "storeScript", args: { text: "w 6 1" } }),
		});
		expect(await called.json()).toEqual({ result: 1 });
		await viewer.ask({ op: "removeTarget", target });
		for (const script of [0, 1])
			await expect
				.poll(() => other.target.pi.getScriptStatus({ script }).catch(String))
				.toContain("BAD_SCRIPT");
	});

	it.each([
		[{ address: { host: "", port: 8888 } }, "Give a host name or an address"],
		[{ address: { host: "http://x", port: 8888 } }, "letters, digits, dots and hyphens"],
		[{ address: { host: "x", port: 0 } }, "A port is a whole number from 1 to 65535."],
		[{ address: { host: "x", port: 1.5 } }, "A port is a whole number from 1 to 65535."],
		[{ address: { host: "x", port: 1 }, name: " " }, "Give a name of 1 to 40 letters."],
		[{ address: { host: "x", port: 1 }, name: "simulated pi" }, "Another Pi is called simulated pi already."],
	])("refuse %j", async (operation, message) => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		expect(await viewer.ask({ op: "addTarget", ...operation })).toMatchObject({
			op: "error",
			code: "targetRefused",
			message: expect.stringContaining(message),
		});
		expect(viewer.messages.some(({ op }) => op === "targets")).toBe(false);
	});

	it("refuse an address twice, the seventeenth, and to remove those of the command line", async () => {
		const viewer = await bench.viewer((await bench.bridge({ others: [at(await deadPort(), "Second")] })).at);
		const port = await deadPort();
		for (let more = 0; more < 14; more++) {
			const address = { host: `127.0.0.${more + 2}`, port };
			expect(await viewer.ask({ op: "addTarget", address })).toMatchObject({ op: "result" });
		}
		const again = { host: "127.0.0.2", port };
		expect(await viewer.ask({ op: "addTarget", address: again })).toMatchObject({ code: "targetRefused" });
		const one = { host: "127.0.1.1", port };
		expect(await viewer.ask({ op: "addTarget", address: one })).toMatchObject({
			message: "There are 16 Pis, the most.",
		});
		expect(await viewer.ask({ op: "removeTarget", target: "second" })).toMatchObject({
			code: "targetRefused",
			message: "gpioscope was started with Second.",
		});
		expect(await viewer.ask({ op: "removeTarget", target: "moon" })).toMatchObject({ code: "unknownTarget" });
	});

	it("change nothing when the list cannot be written", async () => {
		const targetsFile = join(folder, "targets.json");
		const viewer = await bench.viewer((await bench.bridge({ targetsFile })).at);
		await mkdir(`${targetsFile}.new`);
		expect(await viewer.ask({ op: "addTarget", address: { host: "x", port: 1 } })).toMatchObject({
			code: "targetRefused",
			message: expect.stringContaining("cannot be written"),
		});
		expect(await viewer.ask({ op: "renameTarget", target: "pi", name: "Toy" })).toMatchObject({
			op: "error",
		});
		expect(viewer.messages.map(({ op }) => op)).not.toContain("targets");
	});

	it("refuse a start with a list that makes no sense", async () => {
		const targetsFile = join(folder, "targets.json");
		await writeFile(targetsFile, '{"targets":[{"id":"../x","name":"x","host":"x","port":1}],"names":{}}');
		await expect(bench.bridge({ targetsFile })).rejects.toThrow(
			`The list of Pis in ${targetsFile} cannot be read.`,
		);
	});
});
