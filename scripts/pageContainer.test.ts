import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGE = new URL("../apps/web/src/", import.meta.url);
const sheets = readdirSync(PAGE, { recursive: true, encoding: "utf8" }).filter((path) =>
	path.endsWith(".css"),
);

/** A window may show the pages of several Pis: what a page has room for, it asks its own container. */
it("no style sheet asks for the window's size", () => {
	const asking = sheets.filter((path) =>
		/@media[^{]*(width|height|orientation)|\d[sld]?v[wh]\b/.test(readFileSync(new URL(path, PAGE), "utf8")),
	);
	expect(sheets.length).toBeGreaterThan(90);
	expect(asking).toEqual([]);
});
