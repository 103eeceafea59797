import { systemClock } from "@gpioscope/client";
import type { LogEntry } from "@gpioscope/protocol";
import fastify from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { AccessToken } from "../access/AccessToken.ts";
import { AttemptLimit } from "../access/AttemptLimit.ts";
import { Gate } from "../access/Gate.ts";
import { SitePolicy } from "../access/SitePolicy.ts";
import type { Listening } from "../createBridge.ts";
import { SessionHub } from "../sessions/SessionHub.ts";
import { TestBench } from "../testing/TestBench.ts";
import { testConfig } from "../testing/testConfig.ts";
import { addCallRoute } from "./callRoute.ts";

const bench = new TestBench();
afterEach(() => bench.close());

interface Reply {
	readonly status: number;
	readonly body: unknown;
}

async function post(
	{ port }: Listening,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
	const response = await fetch(`http://127.0.0.1:${port}/api/call`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
	return { status: response.status, body: await response.json() };
}

const bearer = ({ token }: Listening) => ({ authorization: `Bearer ${token}` });
const write = { command: "write", args: { gpio: 5, level: 1 } };

describe("POST /api/call", () => {
	it("runs commands, whose bytes are hexadecimal, and says so in the log even when they only look", async () => {
		const { at } = await bench.bridge({ bench: "default" });
		const viewer = await bench.viewer(at);
		const call = (command: string, args?: object) => post(at, { command, args }, bearer(at));
		expect(await call("write", write.args)).toEqual({ status: 200, body: { result: 0 } });
		expect(await call("read", { gpio: 5 })).toEqual({ status: 200, body: { result: 1 } });
		expect(await call("getVersion")).toEqual({ status: 200, body: { result: 79 } });
		expect(await post(at, { target: "pi", command: "getVersion" }, bearer(at))).toMatchObject({
			status: 200,
		});
		const opened = await call("openI2c", { bus: 1, address: 0x48, flags: 0 });
		expect(opened).toMatchObject({ status: 200 });
		const { result: handle } = opened.body as { result: number };
		const bytes = await call("readI2cRegisters", { handle, register: 0, count: 2 });
		expect(bytes).toEqual({ status: 200, body: { result: { hex: expect.stringMatching(/^[0-9a-f]{4}$/) } } });
		const logged = (pigs: string) => (entry: { entry: LogEntry }) => entry.entry.pigs === pigs;
		expect((await viewer.hear("log", logged("r 5"))).entry).toMatchObject({ session: "http", result: 1 });
		expect((await viewer.hear("log", logged("w 5 1"))).entry).toMatchObject({ session: "http", result: 0 });
	});

	it("keeps what it opened apart from what sessions opened", async () => {
		const { at } = await bench.bridge();
		const viewer = await bench.viewer(at);
		const opened = await viewer.call("openSpi", { channel: 0, baud: 50_000, flags: 0 });
		const handle = "result" in opened ? opened.result : undefined;
		expect(await post(at, { command: "closeSpi", args: { handle } }, bearer(at))).toMatchObject({
			status: 403,
			body: { error: { code: "foreignHandle" } },
		});
	});

	it.each([
		["no JSON", "{", 400, "malformed"],
		["no object", "3", 400, "malformed"],
		["no command", "{}", 400, "malformed"],
		["a field of no meaning", { ...write, colour: "red" }, 400, "malformed"],
		["a body of no use", "x".repeat(600_000), 413, "malformed"],
		["a command that is none", { command: "blink" }, 404, "unknownCommand"],
		["a target that is none", { ...write, target: "moon" }, 404, "unknownTarget"],
		["a value out of range", { command: "write", args: { gpio: 99, level: 1 } }, 400, "invalidArgument"],
		[
			"a GPIO of the board itself",
			{ command: "write", args: { gpio: 40, level: 1 } },
			403,
			"gpioNotPermitted",
		],
		["a handle that is none", { command: "closeSpi", args: { handle: 9 } }, 422, "daemonError"],
		[
			"a program on the Pi",
			{ command: "runShell", args: { call: { name: "x", text: "" } } },
			403,
			"commandDisabled",
		],
		["reports in between", { command: "openNotification" }, 403, "commandDisabled"],
	])("refuses %s with what to do about it", async (_, body, status, code) => {
		const { at } = await bench.bridge();
		expect(await post(at, body, bearer(at))).toMatchObject({
			status,
			body: { error: { code, message: expect.any(String), remedy: expect.any(String) } },
		});
	});

	it("refuses another type of content, which pages of other sites may send unasked", async () => {
		const { at } = await bench.bridge();
		const headers = { ...bearer(at), "content-type": "text/plain" };
		expect(await post(at, write, headers)).toMatchObject({
			status: 400,
			body: { error: { code: "malformed" } },
		});
	});

	it("lets nobody in without the token, with the cookie alone, or from another site", async () => {
		const { at } = await bench.bridge();
		expect((await post(at, write)).status).toBe(401);
		expect((await post(at, write, { authorization: "Bearer wrong" })).status).toBe(401);
		const session = await fetch(`http://127.0.0.1:${at.port}/api/session`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ token: at.token }),
		});
		const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
		expect((await post(at, write, { cookie })).status).toBe(401);
		expect((await post(at, write, { ...bearer(at), origin: "https://evil.example" })).status).toBe(403);
	});

	it("counts wrong tokens together with those of /ws and /api/session", async () => {
		const { at } = await bench.bridge();
		const guess = async () => (await post(at, write, { authorization: "Bearer guess" })).status;
		for (let i = 0; i < 10; i++) expect(await guess()).toBe(401);
		expect(await guess()).toBe(429);
		expect((await post(at, write, bearer(at))).status).toBe(429);
	});

	it("only looks for those whose role is to watch", async () => {
		const { bridge } = await bench.bridge();
		const token = new AccessToken();
		const hub = new SessionHub({
			version: "test",
			targets: bridge.targets,
			allowed: new Set(),
			benches: new Map(),
			clock: systemClock,
			onFault: console.error,
		});
		const gate = new Gate({
			token,
			sites: new SitePolicy(testConfig()),
			attempts: new AttemptLimit(() => 0),
			cookieName: () => "test",
		});
		const app = fastify();
		bench.add({ close: () => hub.close() });
		addCallRoute(app, { gate, hub, role: "viewer", onFault: console.error });
		const call = (payload: object) =>
			app.inject({
				url: "/api/call",
				method: "POST",
				headers: bearer({ token: token.text } as Listening),
				payload,
			});
		expect((await call(write)).json()).toMatchObject({ error: { code: "notPermitted" } });
		expect((await call({ command: "read", args: { gpio: 5 } })).json()).toEqual({ result: 1 });
	});
});
