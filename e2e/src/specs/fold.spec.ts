import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/filesTest.ts";

/** Bursts of 40 edges 50 µs apart, far from one another, µs. */
const BURSTS = [500_000, 12_845_000, 61_000_000];

/** Three bursts of a line in 65 s. */
function bursts() {
	const edges = BURSTS.flatMap((start) =>
		Array.from({ length: 40 }, (_, index) => `#${start + index * 50} ${(index + 1) % 2}!`),
	);
	return [
		"$timescale 1 us $end",
		"$var wire 1 ! DATA $end",
		"$enddefinitions $end",
		"#0 0!",
		...edges,
		"#65000000",
		"",
	].join("\n");
}

/** Idle time as it is collapsed on screen. */
class Idle {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get chip(): Locator {
		return this.page.getByRole("group", { name: "Collapsed idle time" });
	}

	get bands(): Locator {
		return this.page.getByTestId("idle-break").filter({ visible: true });
	}

	get plot(): Locator {
		return this.page.getByRole("application", { name: "Traces" });
	}

	/** Middle of a band on the page. */
	async placeOf(label: RegExp): Promise<{ readonly x: number; readonly y: number }> {
		const box = await this.bands.filter({ hasText: label }).boundingBox();
		if (box === null) throw new Error(`No band says ${label}.`);
		return { x: box.x + box.width / 2, y: box.y + 20 };
	}
}

test.beforeEach(async ({ files, app, page }) => {
	await app.waitUntilLive();
	await files.choose({ name: "bursts.vcd", text: bursts() });
	await files.waitForFile("bursts.vcd");
	await page.getByRole("application", { name: "Traces" }).focus();
});

test("idle time collapses to bands that say how long it was, and comes back", async ({ app, page }) => {
	const idle = new Idle(page);
	await expect(page.getByRole("textbox", { name: "Time per division" })).toHaveValue(/^5\ss\/div$/);
	await page.keyboard.press("Shift+I");
	await expect(idle.chip.getByRole("textbox")).toHaveValue(/^5\ss$/);
	await expect(idle.bands).toHaveText([/^12\.3\ss$/, /^48\.2\ss$/]);
	// The same time on screen, on a finer scale.
	await expect(page.getByRole("textbox", { name: "Time per division" })).toHaveValue(/^500\sms\/div$/);

	// A shorter threshold collapses what lies before the first burst and after the last one, too.
	await idle.chip.getByRole("textbox").fill("100 ms");
	await page.keyboard.press("Enter");
	await expect(idle.bands).toHaveText([/^500\sms$/, /^12\.3\ss$/, /^48\.2\ss$/, /^4\.00\ss$/]);
	await page.getByRole("button", { name: "Fit all" }).click();
	await expect(page.getByRole("textbox", { name: "Time per division" })).toHaveValue(/^\d+\sms\/div$/);
	await expect(idle.bands).toHaveCount(4);

	await idle.chip.getByRole("button", { name: "Show all time" }).click();
	await expect(idle.bands).toHaveCount(0);
	await expect(idle.chip).toHaveCount(0);
	await expect(page.getByRole("textbox", { name: "Time per division" })).toHaveValue(/^5\ss\/div$/);
	expect(app.errors).toEqual([]);
});

test("a band opens by a click and by key, and collapses again", async ({ app, page }) => {
	const idle = new Idle(page);
	await page.keyboard.press("Shift+I");
	await expect(idle.bands).toHaveCount(2);
	const before = await idle.placeOf(/^12/);
	await page.mouse.move(before.x, before.y);
	await expect(page.getByText(/^Idle for 12\.34\d*\ss, click to open$/)).toBeVisible();
	await page.mouse.click(before.x, before.y);
	await expect(idle.bands).toHaveText([/^48\.2\ss$/]);

	// Blue stands where the band was: the key takes the stretch around it.
	await page.keyboard.press("o");
	await expect(idle.bands).toHaveText([/^12\.3\ss$/, /^48\.2\ss$/]);
	expect((await idle.placeOf(/^12/)).x).toBeCloseTo(before.x, -1);
	await page.keyboard.press("o");
	await expect(idle.bands).toHaveText([/^48\.2\ss$/]);

	await idle.plot.click({ button: "right", position: { x: 300, y: 300 } });
	await page.getByRole("menuitem", { name: "Show all time" }).click();
	await expect(idle.bands).toHaveCount(0);
	expect(app.errors).toEqual([]);
});

test("cursors measure real time across what is collapsed, and the next burst is one step away", async ({
	app,
	page,
}) => {
	const idle = new Idle(page);
	await page.keyboard.press("Shift+I");
	await expect(idle.bands).toHaveCount(2);
	const inspector = page.getByRole("complementary", { name: "Inspector" });
	const band = await idle.placeOf(/^12/);
	const left = (await idle.plot.boundingBox())?.x ?? 0;
	// Before the first burst, to its first edge; behind it, to the first edge of the next one.
	await page.mouse.move(left + 20, band.y);
	await page.keyboard.press("ArrowRight");
	await expect(inspector).toContainText(/Blue500\.000\sms/);
	await page.keyboard.press("g");
	await page.mouse.move(band.x - 14, band.y);
	await page.keyboard.press("ArrowRight");
	await expect(inspector).toContainText(/Blue12\.845\s?000\ss/);
	await expect(inspector).toContainText(/^G to B12\.35\ss/);
	await expect(idle.bands).toHaveText([/^12\.3\ss$/, /^48\.2\ss$/]);
	expect(app.errors).toEqual([]);
});

test("the overview and the address tell real times, and what is chosen is kept", async ({ app, page }) => {
	const idle = new Idle(page);
	const overview = page.getByRole("slider", { name: "Overview of the whole capture" });
	await expect(overview).toHaveAttribute("aria-valuetext", /^−1\.3\d*\s?\d*\ss to 1\smin 06\.3/);
	const shown = (await overview.getAttribute("aria-valuetext")) ?? "";
	await page.keyboard.press("Shift+I");
	await expect(idle.bands).toHaveCount(2);
	await expect(overview).toHaveAttribute("aria-valuetext", shown);

	// Live shows time as it passes; back at the file it is as it was left.
	await page.getByRole("button", { name: "Back to live" }).click();
	await expect(idle.bands).toHaveCount(0);
	await expect(idle.chip).toHaveCount(0);
	await page.getByRole("button", { name: /^Captures: Live/ }).click();
	await page
		.getByRole("list", { name: "Captures" })
		.getByRole("button", { name: /^bursts/ })
		.click();
	await expect(idle.bands).toHaveCount(2);

	// Each capture has its own choice, which outlives the page.
	await page.getByRole("button", { name: "Back to live" }).click();
	await page.keyboard.press("Shift+I");
	await idle.chip.getByRole("textbox").fill("250 ms");
	await page.keyboard.press("Enter");
	await page.reload();
	await app.waitUntilLive();
	await expect(idle.chip.getByRole("textbox")).toHaveValue(/^250\sms$/);
	expect(app.errors).toEqual([]);
});
