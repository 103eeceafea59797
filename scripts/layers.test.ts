import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One line of code, where it stands, and whether the layers allow it. */
const lines: readonly (readonly [file: string, code: string, verdict: "allowed" | "refused"])[] = [
	["packages/protocol/src/a.ts", 'import "@gpioscope/logic";', "refused"],
	["packages/protocol/src/b.ts", 'import "../../logic/src/index.ts";', "refused"],
	["packages/protocol/src/codec/c.ts", 'import "../bytes/words.ts";', "allowed"],
	["packages/logic/src/a.ts", 'import "@gpioscope/client";', "refused"],
	["packages/logic/src/b.ts", 'import "@gpioscope/protocol";', "allowed"],
	["packages/client/src/a.ts", 'import "@gpioscope/logic";', "refused"],
	["packages/client/src/b.ts", 'import "@gpioscope/protocol";', "allowed"],
	["packages/client/src/api/a.ts", 'import "node:fs";', "refused"],
	["packages/client/src/api/b.ts", 'import "../PiConnection.ts";', "refused"],
	["packages/client/src/api/c.ts", "process.exit();", "refused"],
	["packages/client/src/api/d.ts", 'import "../errors.ts";', "allowed"],
	["packages/simulator/src/a.ts", 'import "@gpioscope/client";', "refused"],
	["packages/simulator/src/b.ts", 'import "@gpioscope/logic";', "allowed"],
	["apps/bridge/src/a.ts", 'import "@gpioscope/web";', "refused"],
	["apps/bridge/src/b.ts", 'import "../../web/src/main.tsx";', "refused"],
	["apps/bridge/src/c.ts", 'import "@gpioscope/simulator";', "allowed"],
	["apps/bridge/src/targets/a.ts", 'import "ws";', "refused"],
	["apps/bridge/src/targets/b.ts", 'import "../sessions/Session.ts";', "refused"],
	["apps/bridge/src/sessions/a.ts", 'import "node:net";', "refused"],
	["apps/bridge/src/sessions/b.ts", 'import "../targets/Target.ts";', "allowed"],
	["apps/web/src/a.ts", 'import "@gpioscope/bridge";', "refused"],
	["apps/web/src/b.ts", 'import "../../../packages/logic/src/index.ts";', "refused"],
	["apps/web/src/c.ts", 'import "node:fs";', "refused"],
	["apps/web/src/frame/a.ts", 'import "../scope/index.ts";', "allowed"],
	["apps/web/src/frame/b.ts", 'new WebSocket("/ws");', "refused"],
	["apps/web/src/bridge/a.ts", 'new WebSocket("/ws");', "allowed"],
	["apps/web/src/scope/a.ts", 'import "../pins/index.ts";', "refused"],
	["apps/web/src/scope/lanes/a.ts", 'import "../../waves/index.ts";', "refused"],
	["apps/web/src/scope/lanes/b.ts", 'import "uplot";', "refused"],
	["apps/web/src/scope/timeline/a.ts", 'import "uplot";', "allowed"],
	["apps/web/src/scope/timeline/b.ts", 'import "../../pins/index.ts";', "refused"],
	["apps/web/src/scope/draw/a.ts", 'import "react";', "refused"],
	["apps/web/src/scope/view/a.ts", 'import "../../settings/index.ts";', "refused"],
	["apps/web/src/pins/a.ts", 'import "../scope/scopeStore.ts";', "refused"],
	["apps/web/src/pins/model/a.ts", 'import "@gpioscope/logic";', "allowed"],
	["apps/web/src/waves/a.ts", 'import "../pins/index.ts";', "refused"],
	["apps/web/src/waves/tools/a.ts", 'import "@mantine/core";', "refused"],
	["apps/web/src/bench/a.ts", 'import "../pins/index.ts";', "refused"],
	["apps/web/src/pins/b.ts", 'import "../bench/index.ts";', "refused"],
	["apps/web/src/settings/a.ts", 'import "../scope/index.ts";', "refused"],
	["apps/web/src/widgets/a.ts", 'import "../stores/hooks.ts";', "refused"],
	["apps/web/src/widgets/b.ts", 'import "@gpioscope/protocol";', "refused"],
	["apps/web/src/widgets/c.ts", 'import "@mantine/core";', "allowed"],
	["apps/web/src/theme/a.ts", 'import "../scope/index.ts";', "refused"],
	["apps/web/src/stores/a.ts", 'import "../pins/index.ts";', "refused"],
	["apps/web/src/bridge/b.ts", 'import "../scope/index.ts";', "refused"],
	["e2e/src/a.ts", 'import "../../apps/bridge/src/index.ts";', "refused"],
];

let folder: string;
/** Files that the linter complains of. */
let refused: ReadonlySet<string>;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-layers-"));
	for (const file of ["biome.json", "biome.layers.json"]) copyFileSync(join(root, file), join(folder, file));
	for (const [file, code] of lines) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), `${code}\n`);
	}
	const rules = ["noRestrictedImports", "noRestrictedGlobals"].map((rule) => `--only=style/${rule}`);
	const { stdout, stderr } = spawnSync(
		join(root, "node_modules/.bin/biome"),
		["lint", ...rules, "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "."],
		{ cwd: folder, encoding: "utf8" },
	);
	const report = JSON.parse(stdout || stderr) as {
		diagnostics: { category: string; location: { path: string } }[];
	};
	refused = new Set(report.diagnostics.map(({ location }) => location.path));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the linter knows the layers", () => {
	it.each(lines)("%s: %s is %s", (file, _, verdict) => {
		expect(refused.has(file) ? "refused" : "allowed").toBe(verdict);
	});
});

describe("colours", () => {
	const page = join(root, "apps/web/src");
	const files = readdirSync(page, { recursive: true, encoding: "utf8" }).filter(
		(file) => /\.(css|tsx?)$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("theme"),
	);

	it("are named in theme/ alone, where light and dark can both be right", () => {
		expect(files.length).toBeGreaterThan(100);
		const literal = /["'\s:(]#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?!\s*[({:,.=])|\b(rgba?|hsla?)\(\s*\d/i;
		const found = files.filter((file) =>
			readFileSync(join(page, file), "utf8")
				.split("\n")
				.some((line) => literal.test(line.replace(/\/\/.*|^\s*\*.*/, ""))),
		);
		expect(found).toEqual([]);
	});
});
