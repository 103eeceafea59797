import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type * as client from "@gpioscope/client/bridge";
import type { Page } from "@playwright/test";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { bundleClient } from "../fixtures/bundleClient.ts";
import { expect, test } from "../fixtures/test.ts";

declare global {
	interface Window {
		gpioscopeClient: typeof client;
	}
}

/** Pulled down and wired to nothing. */
const GPIO = 25;

/** Loads the client into the page that is open, as a script of that page's own site. */
async function loadClient(page: Page): Promise<void> {
	const body = await bundleClient();
	await page.route("**/client.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
	await page.addScriptTag({ url: "/client.js", type: "module" });
	await page.waitForFunction(() => window.gpioscopeClient !== undefined);
}

/** Another site, with an empty page. */
async function startSite(): Promise<{ origin: string; close(): Promise<void> }> {
	const server = createServer((_, response) => {
		response.setHeader("content-type", "text/html");
		response.end("<!doctype html><title>another site</title>");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

/** Writes the GPIO and waits for its edge, both in the page. */
function writeAndHear(page: Page, options: { url?: string; token?: string }, gpio: number) {
	return page.evaluate(
		async ([options, gpio]) => {
			const pi = window.gpioscopeClient.connectBridge(options);
			const { version } = await pi.connected();
			await pi.write({ gpio, level: 0 });
			const edges = pi.edges(gpio);
			await edges.ready;
			const before = await pi.getTick();
			await pi.write({ gpio, level: 1 });
			const { value } = await edges.next();
			const level = await pi.read({ gpio });
			await pi.write({ gpio, level: 0 });
			const after = await pi.getTick();
			await pi.close();
			return { version, value, level, before, after };
		},
		[options, gpio] as const,
	);
}

test("a page of the bridge's own site uses the client with its cookie", async ({ page, bridge }) => {
	const answer = await page.request.post(`${bridge.origin}/api/session`, { data: { token: bridge.token } });
	expect(answer.status()).toBe(204);
	// The barest page that the bridge serves, under the rules that it sets for all of them.
	await page.goto(`${bridge.origin}/api/health`);
	await loadClient(page);
	const { version, value, level, before, after } = await writeAndHear(page, {}, GPIO);
	expect({ version, level }).toEqual({ version: 79, level: 1 });
	expect(value).toMatchObject({ kind: "edge", gpio: GPIO, level: 1 });
	const tick = value?.kind === "edge" ? value.tick : Number.NaN;
	expect((tick - before) | 0).toBeGreaterThanOrEqual(0);
	expect((tick - before) | 0).toBeLessThanOrEqual((after - before) | 0);
});

test("a page of another site uses it with the token once that site is allowed, and not before", async ({
	page,
	bridge,
	simulator,
}) => {
	const site = await startSite();
	await page.goto(site.origin);
	await loadClient(page);
	const refused = await page.evaluate(async (url) => {
		const pi = window.gpioscopeClient.connectBridge({ url });
		const answer = await pi.connected().then(
			() => "connected",
			(error: unknown) => String(error),
		);
		await pi.close();
		return answer;
	}, bridge.url);
	expect(refused).toContain("does not let this page in");
	const allowing = await startBridgeProcess([
		...["--pi", `127.0.0.1:${simulator.port}`],
		...["--allow-origin", site.origin],
	]);
	try {
		const { value } = await writeAndHear(page, { url: allowing.origin, token: allowing.token }, GPIO);
		expect(value).toMatchObject({ kind: "edge", gpio: GPIO, level: 1 });
	} finally {
		await allowing.close();
		await site.close();
	}
});
