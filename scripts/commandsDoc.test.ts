import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { commandNames } from "../packages/protocol/src/index.ts";
import { commandsDocument } from "./commandsDoc.ts";

it("docs/commands.md is what `pnpm run docs` writes", () => {
	const written = readFileSync(new URL("../docs/commands.md", import.meta.url), "utf8");
	expect(written).toBe(commandsDocument());
});

it("describes every command once", () => {
	const text = commandsDocument();
	for (const name of commandNames) expect(text.split(`| **${name}**`)).toHaveLength(2);
});
