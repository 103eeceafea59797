import { test as base, expect, type Page } from "@playwright/test";
import { violationsOf } from "../fixtures/axe.ts";
import { type BridgeProcess, startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { layoutFaultsOf } from "../fixtures/layoutFaults.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { phonePlaces, places, type Way, widePlaces } from "../pages/places.ts";

/** Least width and height of what is pressed, CSS pixels. */
const POINTER = 24;
const FINGER = 44;

/** A simulated Pi with devices around it, and a bridge that permits all; the page may change pins. */
const test = base.extend<{ readonly app: GpioscopePage }, { readonly bridge: BridgeProcess }>({
	bridge: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
		async ({}, use) => {
			const bridge = await startBridgeProcess(["--simulate", "--allow", "files,shell,custom"]);
			await use(bridge);
			await bridge.close();
		},
		{ scope: "worker" },
	],
	app: async ({ page, bridge }, use) => {
		const app = new GpioscopePage(page);
		await app.open(bridge.url);
		await page.keyboard.press("Alt+a");
		await use(app);
		expect(app.errors).toEqual([]);
	},
});

// What fades in is not meant to be read yet.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Goes from place to place and looks around in each; what lies over the page is closed behind. */
async function walk(
	app: GpioscopePage,
	ways: Readonly<Record<string, Way>>,
	look: (place: string) => Promise<void>,
): Promise<void> {
	const { page } = app;
	for (const [place, go] of Object.entries(ways)) {
		await go(app);
		await look(place);
		const opened = page.getByRole("dialog").or(page.getByRole("menu"));
		if ((await opened.count()) === 0) continue;
		await page.keyboard.press("Escape");
		await expect(opened).toHaveCount(0);
	}
}

/** Asks all in dark; of light only what the scheme changes. */
async function expectAccessible(page: Page, place: string, least: number): Promise<void> {
	expect.soft(await violationsOf(page), `${place}, dark`).toEqual([]);
	expect.soft(await layoutFaultsOf(page, least), place).toEqual({ small: [], cut: [], wider: 0 });
	await page.emulateMedia({ colorScheme: "light" });
	expect.soft(await violationsOf(page, "html", ["color-contrast"]), `${place}, light`).toEqual([]);
	await page.emulateMedia({ colorScheme: "dark" });
}

test("in every place nothing breaks WCAG 2.2 AA, is hard to hit or cut off", async ({ app }) => {
	test.slow();
	await walk(app, { ...places, ...widePlaces }, (place) => expectAccessible(app.page, place, POINTER));
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test("in every place nothing breaks WCAG 2.2 AA, is smaller than a finger or cut off", async ({ app }) => {
		test.slow();
		await walk(app, { ...places, ...phonePlaces }, (place) => expectAccessible(app.page, place, FINGER));
	});
});
