import { request } from "node:http";
import { expect, test } from "../fixtures/test.ts";

interface Reply {
	readonly status: number;
	readonly body: string;
}

/** An upgrade or plain request as any program could send it: with whatever headers it likes. */
function send(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const outgoing = request({ host: "127.0.0.1", port, path, headers });
		outgoing.on("upgrade", (response, socket) => {
			socket.destroy();
			resolve({ status: response.statusCode ?? 0, body: "" });
		});
		outgoing.on("response", (response) => {
			let body = "";
			response.on("data", (chunk) => {
				body += String(chunk);
			});
			response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
		});
		outgoing.on("error", reject);
		outgoing.end();
	});
}

const upgrade = {
	connection: "Upgrade",
	upgrade: "websocket",
	"sec-websocket-version": "13",
	"sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
	"sec-websocket-protocol": "gpioscope.v1",
};

test("lets a program with the token in, from no origin", async ({ bridge }) => {
	const reply = await send(bridge.port, "/ws", { ...upgrade, authorization: `Bearer ${bridge.token}` });
	expect(reply.status).toBe(101);
});

test("refuses a WebSocket without a token or with a wrong one", async ({ bridge }) => {
	expect((await send(bridge.port, "/ws", upgrade)).status).toBe(401);
	const wrong = await send(bridge.port, "/ws", { ...upgrade, authorization: "Bearer wrong" });
	expect(wrong.status).toBe(401);
});

test("refuses a foreign origin, even with the token", async ({ bridge }) => {
	for (const origin of ["https://evil.example", `http://localhost:${bridge.port + 1}`, "null"]) {
		const reply = await send(bridge.port, "/ws", {
			...upgrade,
			origin,
			authorization: `Bearer ${bridge.token}`,
		});
		expect(reply.status, origin).toBe(403);
	}
});

test("refuses a foreign host name, so that no other site can point its name here", async ({ bridge }) => {
	for (const path of ["/", "/api/health", "/ws"]) {
		const reply = await send(bridge.port, path, {
			...(path === "/ws" ? upgrade : {}),
			host: `evil.example:${bridge.port}`,
			authorization: `Bearer ${bridge.token}`,
		});
		expect(reply.status, path).toBe(403);
	}
});

test("says what to do when the page is opened with a wrong token", async ({ page, bridge }) => {
	await page.goto(`${bridge.origin}/#token=wrong`);
	await expect(page.getByRole("alert")).toContainText("Open the address that gpioscope printed");
});

test("takes the token out of the address", async ({ app }) => {
	expect(app.page.url()).not.toContain("token");
});
