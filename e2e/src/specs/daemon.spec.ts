import { connect } from "@gpioscope/client";
import { test as base, expect } from "@playwright/test";
import { violationsOf } from "../fixtures/axe.ts";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { startSimulatorProcess } from "../fixtures/simulatorProcess.ts";
import { DaemonPage } from "../pages/DaemonPage.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";

/** A Pi and a bridge of a test's own: what is open in the daemon is counted. */
const test = base.extend<{
	simulator: Awaited<ReturnType<typeof startSimulatorProcess>>;
	bridge: Awaited<ReturnType<typeof startBridgeProcess>>;
	app: GpioscopePage;
}>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
	simulator: async ({}, use) => {
		const simulator = await startSimulatorProcess(0);
		await use(simulator);
		await simulator.kill();
	},
	bridge: async ({ simulator }, use) => {
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
		await use(bridge);
		await bridge.close();
	},
	app: async ({ page, bridge }, use) => {
		const app = new GpioscopePage(page);
		await app.open(bridge.url);
		await use(app);
		expect(app.errors).toEqual([]);
	},
});

const SPI = { channel: 0, baud: 50_000, flags: 0 };

test("two browsers see each other's changes and who made them; closing one frees what it opened", async ({
	app,
	bridge,
	browser,
}) => {
	const context = await browser.newContext();
	const other = new GpioscopePage(await context.newPage());
	await other.open(bridge.url);
	const daemon = new DaemonPage(app.page);
	await daemon.open();
	await expect(app.page.getByText("No page and no script has anything open.")).toBeVisible();

	await other.call("openSpi", SPI);
	await other.call("write", { gpio: 26, level: 1 });
	const who = await other.page.evaluate(() => window.__gpioscope.connectionStore.getState().sessionId);
	const name = String(who).slice(0, 6);
	await expect(daemon.handle("SPI 0")).toContainText(name);
	await expect(daemon.handle("SPI 0")).toContainText("spio 0 50000 0");
	await app.waitForLevel(26, 1);
	await app.call("openSpi", SPI);
	await expect(daemon.handle("SPI 1")).toContainText("you");
	const log = await app.page.evaluate(() =>
		window.__gpioscope.logStore.getState().entries.map(({ session, pigs }) => [session, pigs]),
	);
	expect(log).toContainEqual([who, "w 26 1"]);

	await context.close();
	await expect(daemon.handle("SPI 0")).toHaveCount(0);
	await expect(daemon.handle("SPI 1")).toBeVisible();
	expect(await app.call("openSpi", SPI)).toBe(0);
	await expect(daemon.handle("SPI 0")).toContainText("you");
});

test("what another program left open is found, explained, and freed once the page is armed", async ({
	app,
	simulator,
}) => {
	await using program = connect({ host: "127.0.0.1", port: simulator.port });
	await program.connected();
	await program.openSpi(SPI);
	await program.storeScript({ text: "tag 1 mils 1 jmp 1" });
	const { page } = app;
	const daemon = new DaemonPage(page);
	await daemon.open();
	await expect(daemon.option("x")).toContainText("not told");
	await page.getByRole("button", { name: "Find others" }).click();
	await expect(page.getByText("2 are open that nobody here opened")).toBeVisible();
	await expect(daemon.handle("SPI 0")).toContainText("nobody here");
	await expect(daemon.option("x")).toContainText("2 to 27, the board's own");

	await page.getByRole("button", { name: "Free…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("checkbox", { name: "Script 0" }).check();
	await expect(dialog.getByRole("button", { name: "Free 1" })).toBeDisabled();
	expect(await violationsOf(page, "[role=dialog]")).toEqual([]);
	await dialog.getByRole("button", { name: "Arm" }).click();
	await dialog.getByRole("button", { name: "Free 1" }).click();
	await expect(page.getByText("Freed Script 0.")).toBeVisible();
	await expect(daemon.handle("Script 0")).toHaveCount(0);
	await expect(daemon.handle("SPI 0")).toContainText("nobody here");
	await expect(program.getScriptStatus({ script: 0 })).rejects.toThrow();
});

test("a daemon that is gone is named, its lines are explained, and all of it is accessible", async ({
	app,
	simulator,
}) => {
	const { page } = app;
	const daemon = new DaemonPage(page);
	await daemon.open();
	await expect(page.getByRole("img", { name: /^Round trip: now \d/ })).toBeVisible();
	await expect(page.getByRole("img", { name: /^Report path: now \d/ })).toBeVisible();

	await page
		.getByLabel("Paste its lines")
		.fill(
			"2026-11-20 23:01:02 initInitialise: Can't lock /var/run/pigpio.pid\nCan't initialise pigpio library",
		);
	await expect(page.getByRole("heading", { name: "It runs already" })).toBeVisible();
	await page.getByLabel("Paste its lines").fill("hello");
	await expect(page.getByText("None of these lines is known.")).toBeVisible();
	await page.getByRole("combobox", { name: "Or pick one" }).click();
	await page.getByRole("option", { name: /^A Pi 5/ }).click();
	await expect(page.getByRole("heading", { name: "A Pi 5" })).toBeVisible();

	await simulator.kill();
	await expect(daemon.presentCause).toBeVisible();
	await expect(page.getByText("What is open is told once pigpiod answers.")).toBeVisible();
	await expect(page.getByText("pigpiod tells this once it answers.")).toBeVisible();
	await expect(app.banner).toBeVisible();
	for (const colorScheme of ["dark", "light"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await violationsOf(page)).toEqual([]);
	}
});
