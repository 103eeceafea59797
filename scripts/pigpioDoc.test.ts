import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parity } from "../packages/client/src/parity/parity.ts";

const root = new URL("../", import.meta.url);
const document = readFileSync(new URL("docs/parity-pigpio.md", root), "utf8");
const console = readFileSync(new URL("e2e/src/specs/everyFunction.spec.ts", root), "utf8");

/** The rows of all tables: a function of Python's module, where it is in the page, which test shows it. */
const rows = document
	.split("\n")
	.filter((line) => line.startsWith("| `"))
	.map((line) =>
		line
			.split("|")
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);

/** All names of the module but its constants. */
const functions = parity.flatMap(({ title, rows: names }) =>
	title === "Constants" ? [] : names.map(({ python }) => python),
);

/** Those that send no command of their own. */
const withoutCommand: ReadonlySet<string> = new Set([
	"pi.connected",
	"pi.stop",
	"pi.callback",
	"pi.wait_for_edge",
	"pi.event_callback",
	"pi.wait_for_event",
]);

describe("docs/parity-pigpio.md", () => {
	it("has every function of the module once, in three cells, and nothing else", () => {
		expect(rows.map(([name = ""]) => name.replaceAll("`", ""))).toEqual(functions);
		for (const row of rows)
			expect(
				row.filter((cell) => cell !== ""),
				row.join(" | "),
			).toHaveLength(3);
	});

	it("names tests that exist", () => {
		const missing = rows.flatMap(([name = "", , shown = ""]) => {
			const [, file = "", title = ""] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
			const url = new URL(file, root);
			const exists = file !== "" && existsSync(url) && readFileSync(url, "utf8").includes(title);
			return exists ? [] : [`${name}: ${shown}`];
		});
		expect(missing).toEqual([]);
	});

	it("goes with a test that types every function that is a command into the console", () => {
		const commands = functions.filter((name) => name.startsWith("pi.") && !withoutCommand.has(name));
		expect(commands.length).toBeGreaterThan(100);
		expect(commands.filter((name) => !console.includes(`["${name}", `))).toEqual([]);
	});
});
