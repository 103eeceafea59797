import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { controlDocument } from "./controlDoc.ts";

it("docs/simulator-control.md is what `pnpm docs` writes", () => {
	const written = readFileSync(new URL("../docs/simulator-control.md", import.meta.url), "utf8");
	expect(written).toBe(controlDocument());
});
