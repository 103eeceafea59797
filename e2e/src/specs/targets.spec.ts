import type { FrameLocator, Locator, Page } from "@playwright/test";
import { violationsOf } from "../fixtures/axe.ts";
import { type BridgeProcess, startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { type SimulatorProcess, startSimulatorProcess } from "../fixtures/simulatorProcess.ts";
import { test as base, expect } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";

interface Pis {
	/** A bridge of its own before the simulator of all tests, called Bench. */
	readonly apart: BridgeProcess;
	/** Another Pi, which the bridge does not know yet. */
	readonly shed: SimulatorProcess;
}

const test = base.extend<Pis>({
	apart: async ({ simulator }, use) => {
		const bridge = await startBridgeProcess(["--pi", `Bench=127.0.0.1:${simulator.port}`]);
		await use(bridge);
		await bridge.close();
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
	shed: async ({}, use) => {
		const simulator = await startSimulatorProcess(0);
		await use(simulator);
		// One that is frozen is not killed before it goes on.
		simulator.thaw();
		await simulator.kill();
	},
});

const target = (page: Page | FrameLocator): Locator => page.getByRole("button", { name: /^Target / });

/** Adds the Pi by the menu; answers its page. */
async function addShed(page: Page, shed: SimulatorProcess): Promise<FrameLocator> {
	await target(page).click();
	await page.getByRole("button", { name: "Add a Pi…" }).click();
	const form = page.getByRole("form", { name: "Add a Pi" });
	await form.getByLabel("Address").fill(`127.0.0.1:${shed.port}`);
	await form.getByLabel("Name").fill("Shed");
	await form.getByRole("button", { name: "Add", exact: true }).click();
	const page2 = page.frameLocator("iframe[title=Shed]");
	await expect(target(page2)).toHaveAccessibleName("Target Shed, connected");
	return page2;
}

/** Turns from one Pi to another by the menu. */
async function turn(from: Page | FrameLocator, to: string): Promise<void> {
	await target(from).click();
	await from
		.getByRole("list", { name: "Pis" })
		.getByRole("button", { name: new RegExp(`^${to} `) })
		.click();
}

const changesOf = async (page: Page): Promise<number> =>
	page.evaluate(() => window.__gpioscope.captureStore.getState().changes);

test("a Pi is added, turned to, renamed and removed, and each keeps its own capture", async ({
	page,
	context,
	apart,
	shed,
}) => {
	// Three processes are started, and three pages are loaded.
	test.slow();
	const app = new GpioscopePage(page);
	await app.open(apart.url);
	await target(page).click();
	await page.getByRole("button", { name: "Add a Pi…" }).click();
	const form = page.getByRole("form", { name: "Add a Pi" });
	await form.getByLabel("Address").fill("127.0.0.1:70000");
	await form.getByRole("button", { name: "Add", exact: true }).click();
	await expect(form.getByText("A port is a whole number from 1 to 65535")).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);
	await page.keyboard.press("Escape");
	// Opened while it still closes, it is as it was.
	await expect(form).toHaveCount(0);

	const second = await addShed(page, shed);
	await expect(page).toHaveURL(/#\/shed\/scope$/);
	// Behind, the first goes on capturing, and its page is not to be reached.
	const before = await changesOf(page);
	await expect.poll(() => changesOf(page)).toBeGreaterThan(before);
	await expect(page.locator("#page")).toHaveJSProperty("inert", true);

	// What is done here reaches this Pi alone.
	const frame = page.frames().find((one) => one !== page.mainFrame());
	const read = () => window.__gpioscope.bridge.call("read", { gpio: 26 });
	const was = await page.evaluate(read);
	const level = was === 0 ? 1 : 0;
	await frame?.evaluate((to) => window.__gpioscope.bridge.call("write", { gpio: 26, level: to }), level);
	expect(await frame?.evaluate(read)).toBe(level);
	expect(await page.evaluate(read)).toBe(was);

	// The view stays the same from Pi to Pi, and back leads to where one was.
	await second.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Pins" }).click();
	await expect(page).toHaveURL(/#\/shed\/pins$/);
	// Keys go to the page on view.
	await page.keyboard.press("Control+k");
	await second.getByPlaceholder("Search or run…").fill("turn to bench");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/#\/pi\/pins$/);
	await expect(page.getByRole("main", { name: "Pins" })).toBeVisible();
	await page.evaluate(() => history.back());
	await expect(second.getByRole("main", { name: "Pins" })).toBeVisible();
	await expect(page).toHaveURL(/#\/shed\/pins$/);

	// Side by side each has its own keys, arm switch and release, and both are drawn.
	await page.setViewportSize({ width: 1600, height: 900 });
	await page.keyboard.press("Alt+b");
	const first = page.locator("#page");
	await expect(first.getByRole("button", { name: "Release all on Bench" })).toBeVisible();
	await expect(second.getByRole("button", { name: "Release all on Shed" })).toBeVisible();
	await first.getByRole("switch", { name: "View only on Bench" }).click();
	await expect(first.getByRole("switch", { name: "Armed on Bench" })).toBeChecked();
	await expect(second.getByRole("switch", { name: "View only on Shed" })).not.toBeChecked();
	await expect(first.getByRole("img", { name: "Keys go to Bench" })).toBeVisible();
	await expect(page).toHaveURL(/#\/pi\/pins$/);
	const [left, right] = await Promise.all([first.boundingBox(), page.locator("iframe").boundingBox()]);
	expect([left, right]).toMatchObject([
		{ x: 0, width: 800, height: 900 },
		{ x: 800, width: 800, height: 900 },
	]);
	await page.keyboard.press("Alt+n");
	await expect(second.getByRole("img", { name: "Keys go to Shed" })).toBeVisible();
	await expect(page).toHaveURL(/#\/shed\/pins$/);
	expect(await violationsOf(page)).toEqual([]);
	// Opened anew they stand as they stood, armed as they were.
	await page.keyboard.press("Alt+n");
	await expect(page).toHaveURL(/#\/pi\/pins$/);
	await page.reload();
	await expect(first.getByRole("switch", { name: "Armed on Bench" })).toBeChecked();
	await expect(second.getByRole("switch", { name: "View only on Shed" })).not.toBeChecked();

	// Another browser window has the same list, and a name that was given there is told here.
	const other = await context.newPage();
	await other.goto(`${apart.origin}/#/shed/pins`);
	await expect(target(other)).toHaveAccessibleName("Target Shed, connected");
	await target(other).click();
	await other.getByRole("button", { name: "More for Shed" }).click();
	await other.getByRole("menuitem", { name: "Rename…" }).click();
	await other.getByRole("form", { name: "Rename Shed" }).getByLabel("Name").fill("Greenhouse");
	await other.getByRole("button", { name: "Rename", exact: true }).click();
	const renamed = page.frameLocator("iframe[title=Greenhouse]");
	await expect(target(renamed)).toHaveAccessibleName("Target Greenhouse, connected");

	// Taken off the list it is nowhere any more: each page turns to what is left.
	await other.getByRole("button", { name: "More for Greenhouse" }).click();
	await other.getByRole("menuitem", { name: "Remove…" }).click();
	await other.getByRole("button", { name: "Remove Greenhouse" }).click();
	await expect(target(page)).toHaveAccessibleName("Target Bench, connected");
	await expect(page.locator("iframe")).toHaveCount(0);
	await expect(page).toHaveURL(/#\/pi\/pins$/);
	await expect(target(other)).toHaveAccessibleName("Target Bench, connected");
	expect(app.errors).toEqual([]);
});

test("a Pi that stalls, or is gone, leaves the others alone", async ({ page, apart, shed }) => {
	const app = new GpioscopePage(page);
	await app.open(apart.url);
	const second = await addShed(page, shed);
	shed.freeze();
	await expect(target(second)).toHaveAccessibleName("Target Shed, no answer");
	await turn(second, "Bench");
	await target(page).click();
	const list = page.getByRole("list", { name: "Pis" });
	await expect(list.getByRole("button", { name: /^Shed .*no answer/ })).toBeVisible();
	const before = await changesOf(page);
	await expect.poll(() => changesOf(page)).toBeGreaterThan(before);
	expect([0, 1]).toContain(await app.call("read", { gpio: 26 }));
	shed.thaw();
	await shed.kill();
	await expect(list.getByRole("button", { name: /^Shed .*not connected/ })).toBeVisible();
	await expect(app.banner).toBeHidden();
	await list.getByRole("button", { name: /^Shed / }).click();
	await expect(second.getByRole("alert", { name: "Connection" })).toContainText("Try now");
});

test("a phone turns from Pi to Pi by a sheet", async ({ page, apart, shed }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const app = new GpioscopePage(page);
	await app.open(apart.url);
	const second = await addShed(page, shed);
	await turn(second, "Bench");
	await expect(target(page)).toHaveAccessibleName("Target Bench, connected");
	await target(page).click();
	const more = page.getByRole("button", { name: "More for Shed" });
	expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	expect(await violationsOf(page)).toEqual([]);
});
