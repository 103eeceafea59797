import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parity } from "../packages/client/src/parity/parity.ts";
import { readmeWithParity } from "./parityDoc.ts";

it("the client's README has the table that `pnpm run docs` writes, with every name once", () => {
	const written = readFileSync(new URL("../packages/client/README.md", import.meta.url), "utf8");
	expect(written).toBe(readmeWithParity());
	for (const { python } of parity.flatMap(({ rows }) => rows)) {
		expect(written.split(`\n| \`${python}\` |`)).toHaveLength(2);
	}
});
