import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scriptWords } from "../packages/protocol/src/index.ts";
import { scriptsDocument } from "./scriptsDoc.ts";

it("docs/scripts.md is what `pnpm run docs` writes", () => {
	const written = readFileSync(new URL("../docs/scripts.md", import.meta.url), "utf8");
	expect(written).toBe(scriptsDocument());
});

it("describes every word of scripts once", () => {
	const rows = scriptsDocument().match(/^\| `\w+/gm) ?? [];
	expect(rows.map((row) => row.slice(3).toUpperCase()).toSorted()).toEqual(
		scriptWords.map(({ name }) => name),
	);
});
