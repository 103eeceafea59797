// Runs the end-to-end tests in the system's Chromium against the built page. Arguments go to Playwright.
import { spawnSync } from "node:child_process";
import { findChromium, prepare } from "./prerequisites.mjs";

prepare();
const chromium = findChromium();
if (chromium === undefined) {
	console.log("e2e: SKIP: no Chromium on this machine; install one or set CHROMIUM_PATH");
	process.exit(process.env.CI ? 1 : 0);
}
const { status } = spawnSync("node_modules/.bin/playwright", ["test", ...process.argv.slice(2)], {
	cwd: new URL("../e2e", import.meta.url).pathname,
	stdio: "inherit",
	env: { ...process.env, CHROMIUM_PATH: chromium },
});
process.exit(status ?? 1);
