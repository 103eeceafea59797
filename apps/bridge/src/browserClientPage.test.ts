import { readFile } from "node:fs/promises";
import * as client from "@gpioscope/client/bridge";
import { transform } from "esbuild";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

const pages = ["docs/browser-client.md", "packages/client/README.md"];
const examples = await Promise.all(
	pages.map(async (path) => {
		const page = await readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
		const codes = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
		return [path, codes.filter((code) => code.includes("/bridge"))] as const;
	}),
);

it.each(examples)("the example of %s", async (_, [example = "", ...others]) => {
	const { at } = await bench.bridge();
	const { code } = await transform(example, { loader: "ts" });
	const body = code.replace(/^import .*$/gm, "").replace(/http:\/\/localhost:8880\/#token=\w+/, at.url);
	const printed: unknown[][] = [];
	const connectBridge = (options: client.BridgeOptions) => client.connectBridge({ WebSocket, ...options });
	const run = new Function("connectBridge", "console", `return (async () => {${body}})()`);
	await run(connectBridge, { log: (...values: unknown[]) => printed.push(values) });
	expect(printed).toContainEqual([1]);
	expect(others).toEqual([]);
});
