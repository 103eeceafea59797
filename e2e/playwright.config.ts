import { defineConfig } from "@playwright/test";

export default defineConfig({
	testDir: "src/specs",
	outputDir: "../test-results/e2e",
	// Two shared cores: one browser at a time gives steady timing.
	workers: 1,
	// What passes only the second time is a race: of the test, or of the page.
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: process.env["CI"] !== undefined,
	use: {
		viewport: { width: 1440, height: 900 },
		colorScheme: "dark",
		screenshot: "only-on-failure",
		launchOptions: {
			executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-background-networking",
				"--disable-component-update",
			],
		},
	},
});
