import { readFile } from "node:fs/promises";
import * as client from "@gpioscope/client/bridge";
import { transform } from "esbuild";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

const page = await readFile(new URL("../../../docs/browser-client.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);

it.each(examples)("docs/browser-client.md: %s", async (example) => {
	const { at } = await bench.bridge();
	const { code } = await transform(example, { loader: "ts" });
	const body = code.replace(/^import .*$/gm, "").replace(/http:\/\/localhost:8880\/#token=\w+/, at.url);
	const printed: unknown[][] = [];
	const connectBridge = (options: client.BridgeOptions) => client.connectBridge({ WebSocket, ...options });
	const run = new Function("connectBridge", "console", `return (async () => {${body}})()`);
	await run(connectBridge, { log: (...values: unknown[]) => printed.push(values) });
	expect(printed).toContainEqual([1]);
	expect(examples.length).toBe(1);
});
