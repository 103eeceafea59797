import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultBench } from "../packages/simulator/src/index.ts";
import { benchDocument } from "./benchDoc.ts";

it("docs/bench.md is what `pnpm docs` writes", () => {
	const written = readFileSync(new URL("../docs/bench.md", import.meta.url), "utf8");
	expect(written).toBe(benchDocument());
});

it("the default bench in it is a bench file", () => {
	const [, json = ""] = /```json\n(.*?)```/s.exec(benchDocument()) ?? [];
	expect(JSON.parse(json)).toEqual(defaultBench);
});
