import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import * as bridge from "../packages/client/src/bridge/index.ts";
import * as client from "../packages/client/src/index.ts";
import { commandNames } from "../packages/protocol/src/index.ts";
import { clientApiDocument } from "./clientApiDoc.ts";

const fromProtocol = ["commands", "InvalidArgument", "PigpioError", "pigpioErrors"];
let made: string;

beforeAll(() => {
	made = clientApiDocument();
}, 60_000);

it("docs/client-api.md is what `pnpm run docs` writes", () => {
	const written = readFileSync(new URL("../docs/client-api.md", import.meta.url), "utf8");
	expect(written).toBe(made);
});

it("describes every export and every command once", () => {
	const names = new Set([...Object.keys(client), ...Object.keys(bridge)]);
	for (const name of fromProtocol) names.delete(name);
	expect(names.size).toBeGreaterThan(40);
	for (const name of names) expect([name, made.split(`\n### ${name}\n`).length]).toEqual([name, 2]);
	for (const name of commandNames) expect([name, made.split(`\n| \`${name}(`).length]).toEqual([name, 2]);
});

it("says something of every export and every method that users call", () => {
	const bare = [...made.matchAll(/^### (\w+)\n\n```ts/gm)].map(([, name]) => name);
	expect(bare).toEqual([]);
	for (const name of [
		"Pi",
		"WaveTools",
		"Openers",
		"Wave",
		"Script",
		"I2cDevice",
		"Callback",
		"RecordStream",
	]) {
		const entry = new RegExp(`^### ${name}\\n(.*?)^#`, "ms").exec(made)?.[1] ?? "";
		const methods = [...entry.matchAll(/^ {4}(\w+)[<(]/gm)].filter(([, method]) => method !== "constructor");
		expect(methods.length).toBeGreaterThan(1);
		for (const { index, 1: method } of methods) {
			expect([name, method, entry.slice(0, index).endsWith("*/\n")]).toEqual([name, method, true]);
		}
	}
});
