// Runs every gate and every test, and closes with one line: N passed, N failed.
// Gates that read files (lint, types, dead code, build) count as one test each.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { prepare } from "./prerequisites.mjs";

const RESULTS = "test-results";
const total = { passed: 0, failed: 0, skipped: 0 };

function run(name, command, args, env = {}) {
	console.log(`\n== ${name}`);
	const start = performance.now();
	const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
	console.log(
		`== ${name}: ${status === 0 ? "ok" : "FAILED"} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
	);
	return status === 0;
}

function gate(name, command, args) {
	total[run(name, command, args) ? "passed" : "failed"]++;
}

/** Adds the counts of a suite's JSON report; a suite that ran nothing has failed. */
function suite(name, ok, counts) {
	const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
	const isBroken = passed + failed === 0 || (!ok && failed === 0);
	total.passed += passed;
	total.failed += failed + (isBroken ? 1 : 0);
	total.skipped += skipped;
	if (isBroken) console.error(`${name}: ended without a result`);
}

function readJson(file) {
	try {
		return JSON.parse(readFileSync(`${RESULTS}/${file}`, "utf8"));
	} catch (error) {
		console.error(`${file}: ${error.message}`);
		return undefined;
	}
}

const bin = (name) => `node_modules/.bin/${name}`;
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const missing = prepare();
if (process.env.CI && missing.length > 0) {
	console.error(`CI needs ${missing.join(", ")}`);
	total.failed++;
}

gate("lint", bin("biome"), ["check", "--error-on-warnings", "."]);
gate("types", process.execPath, ["scripts/types.mjs"]);
gate("dead code", bin("knip"), []);

const unit = run("unit tests", bin("vitest"), [
	"run",
	"--reporter=default",
	"--reporter=json",
	`--outputFile.json=${RESULTS}/unit.json`,
]);
const unitReport = readJson("unit.json");
suite(
	"unit tests",
	unit,
	unitReport && {
		passed: unitReport.numPassedTests,
		failed:
			unitReport.numFailedTests +
			unitReport.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
				.length,
		skipped: unitReport.numPendingTests + unitReport.numTodoTests,
	},
);

gate("build", "node", ["scripts/build.mjs"]);
gate("client package", process.execPath, ["scripts/clientPackage.mjs"]);

if (missing.includes("chromium")) console.log("\nend-to-end tests: SKIP: no Chromium on this machine");
else {
	const e2e = run("end-to-end tests", process.execPath, ["scripts/e2e.mjs", "--reporter=list,json"], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: `${process.cwd()}/${RESULTS}/e2e.json`,
	});
	const stats = readJson("e2e.json")?.stats;
	suite(
		"end-to-end tests",
		e2e,
		stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
	);
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
