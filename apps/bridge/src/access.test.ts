import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bridge, createBridge, type Listening } from "./createBridge.ts";
import { testConfig } from "./testing/testConfig.ts";

interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: string;
}

let bridge: Bridge;
let at: Listening;

beforeAll(async () => {
	bridge = await createBridge(
		testConfig({ allowedOrigins: ["http://localhost:5173"], allowedHosts: ["bench.local"] }),
	);
	at = await bridge.listen();
});

afterAll(() => bridge.close());

function send(path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const method = body === undefined ? "GET" : "POST";
		const outgoing = request({ host: "127.0.0.1", port: at.port, path, method, headers });
		outgoing.on("upgrade", (response, socket) => {
			socket.destroy();
			resolve({ status: response.statusCode ?? 0, headers: response.headers, body: "" });
		});
		outgoing.on("response", (response) => {
			let text = "";
			response.on("data", (chunk) => {
				text += String(chunk);
			});
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
			);
		});
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}

const upgrade = {
	connection: "Upgrade",
	upgrade: "websocket",
	"sec-websocket-version": "13",
	"sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
	"sec-websocket-protocol": "gpioscope.v1",
};
const bearer = () => ({ authorization: `Bearer ${at.token}` });
const open = (headers: Record<string, string>) => send("/ws", { ...upgrade, ...headers });

async function cookie(): Promise<string> {
	const reply = await send(
		"/api/session",
		{ "content-type": "application/json" },
		JSON.stringify({ token: at.token }),
	);
	expect(reply.status).toBe(204);
	const [set] = reply.headers["set-cookie"] as string[];
	expect(set).toContain("HttpOnly");
	expect(set).toContain("SameSite=Strict");
	expect(set).not.toContain(at.token);
	return set?.split(";")[0] ?? "";
}

describe("/ws lets in", () => {
	it("a program with the token and no origin", async () => {
		expect((await open(bearer())).status).toBe(101);
	});

	it("a page of an allowed origin that offers the token as a subprotocol, which is not chosen", async () => {
		const offered = `gpioscope.v1, gpioscope.token.${at.token}`;
		const reply = await open({ "sec-websocket-protocol": offered, origin: "http://localhost:5173" });
		expect(reply.status).toBe(101);
		expect(reply.headers["sec-websocket-protocol"]).toBe("gpioscope.v1");
	});

	it("a page of this bridge with the cookie", async () => {
		const origin = `http://127.0.0.1:${at.port}`;
		expect((await open({ cookie: await cookie(), origin })).status).toBe(101);
	});

	it("a page of an origin that was allowed", async () => {
		expect((await open({ ...bearer(), origin: "http://localhost:5173" })).status).toBe(101);
	});

	it.each(["localhost", "127.0.0.1", "[::1]", "bench.local", "LOCALHOST"])(
		"calls by the name %s",
		async (name) => {
			expect((await open({ ...bearer(), host: `${name}:${at.port}` })).status).toBe(101);
		},
	);
});

describe("/ws refuses", () => {
	it.each([
		["no token", {}],
		["a wrong token", { authorization: "Bearer wrong" }],
		["a token in another form", { authorization: "Basic wrong" }],
		["a wrong cookie", { cookie: "gpioscope=x" }],
		["an empty token", { authorization: "Bearer " }],
		["a wrong token among the subprotocols", { "sec-websocket-protocol": "gpioscope.v1, gpioscope.token.x" }],
	])("%s", async (_, headers: Record<string, string>) => {
		expect((await open(headers)).status).toBe(401);
	});

	it.each([
		["another site", "https://evil.example"],
		["another port of this computer", "http://localhost:1"],
		["no real origin", "null"],
		["nonsense", "http//"],
		["a look-alike", "http://localhost.evil.example"],
	])("%s even with the token", async (_, origin) => {
		expect((await open({ ...bearer(), origin })).status).toBe(403);
	});

	it.each(["evil.example", "127.0.0.1.evil.example", "192.168.1.5", "local host"])(
		"the host name %s even with the token",
		async (host) => {
			expect((await open({ ...bearer(), host })).status).toBe(403);
		},
	);

	it("another subprotocol", async () => {
		expect((await open({ ...bearer(), "sec-websocket-protocol": "chat" })).status).toBe(400);
	});

	it("and hangs up, even on somebody who keeps the connection open", async () => {
		const socket = connect({ port: at.port, host: "127.0.0.1", allowHalfOpen: true });
		const lines = Object.entries(upgrade).map(([name, value]) => `${name}: ${value}`);
		socket.write(["GET /ws HTTP/1.1", `host: localhost:${at.port}`, ...lines, "", ""].join("\r\n"));
		socket.resume();
		await new Promise((resolve) => socket.once("end", resolve));
		const writing = setInterval(() => socket.write("still here"), 5);
		// The system of the other side answers bytes to a closed socket with a reset.
		await new Promise((resolve) => socket.once("error", resolve));
		clearInterval(writing);
	});

	it("another path", async () => {
		expect((await send("/other", { ...upgrade, ...bearer() })).status).toBe(404);
	});
});

describe("HTTP", () => {
	it("answers for its health", async () => {
		expect(await send("/api/health")).toMatchObject({ status: 200, body: '{"status":"ok"}' });
	});

	it.each(["/", "/api/health"])("refuses %s by a foreign host name", async (path) => {
		expect((await send(path, { host: "evil.example" })).status).toBe(403);
	});

	it("lets the page run nothing but itself", async () => {
		const { headers } = await send("/");
		expect(headers["content-security-policy"]).toContain("script-src 'self'");
		expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
		expect(headers["x-content-type-options"]).toBe("nosniff");
	});

	it("says what to do when the page is not built", async () => {
		expect(await send("/")).toMatchObject({ status: 503, body: expect.stringContaining("pnpm build") });
	});

	it("refuses a session to a foreign origin", async () => {
		const headers = { "content-type": "application/json", origin: "https://evil.example" };
		const reply = await send("/api/session", headers, JSON.stringify({ token: at.token }));
		expect(reply.status).toBe(403);
	});

	it.each(["{", "{}", '{"token":3}', JSON.stringify({ token: "x".repeat(9000) })])(
		"refuses the body %.20s",
		async (body) => {
			const reply = await send("/api/session", { "content-type": "application/json" }, body);
			expect(reply.status).toBeGreaterThanOrEqual(400);
			expect(reply.status).toBeLessThan(500);
		},
	);

	it("slows down guessing, but not the right token of others", async () => {
		const bridge2 = await createBridge(testConfig());
		const before = at;
		at = await bridge2.listen();
		try {
			const guess = () => open({ authorization: "Bearer guess" });
			const replies = [];
			for (let i = 0; i < 11; i++) replies.push((await guess()).status);
			expect(replies).toEqual([...Array(10).fill(401), 429]);
			expect((await open(bearer())).status).toBe(429);
		} finally {
			at = before;
			await bridge2.close();
		}
	});
});
