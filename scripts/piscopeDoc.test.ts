import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../", import.meta.url);
const document = readFileSync(new URL("docs/parity-piscope.md", root), "utf8");

/** The rows of all tables: what piscope does, where it is here, which test shows it. */
const rows = document
	.split("\n")
	.filter((line) => line.startsWith("| ") && !line.startsWith("| piscope |"))
	.map((line) =>
		line
			.split(/(?<!\\)\|/)
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);

describe("docs/parity-piscope.md", () => {
	it("has every feature in three cells", () => {
		expect(rows.length).toBeGreaterThan(50);
		for (const row of rows) expect(row, row.join(" | ")).toHaveLength(3);
	});

	it("names tests that exist", () => {
		const missing = rows.flatMap(([feature = "", , shown = ""]) => {
			const [, file = "", title = ""] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
			const url = new URL(file, root);
			const exists = file !== "" && existsSync(url) && readFileSync(url, "utf8").includes(title);
			return exists ? [] : [`${feature}: ${shown}`];
		});
		expect(missing).toEqual([]);
	});
});
