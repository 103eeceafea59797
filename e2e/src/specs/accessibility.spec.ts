import type { Page } from "@playwright/test";
import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import type { GpioscopePage } from "../pages/GpioscopePage.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

const SCHEMES = ["dark", "light"] as const;

// What fades in is not meant to be read yet.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Opens something of the scope and waits until it is there; the answer closes it. */
type Opens = (page: Page) => Promise<void>;

const byKey =
	(key: string, role: "dialog" | "listbox", name: string | RegExp): Opens =>
	async (page) => {
		await page.getByRole("application", { name: "Traces" }).focus();
		await page.keyboard.press(key);
		await page.getByRole(role, { name }).waitFor();
	};

const byButton =
	(button: string | RegExp, role: "dialog" | "menu"): Opens =>
	async (page) => {
		await page.getByRole("button", { name: button }).click();
		await page.getByRole(role).waitFor();
	};

/** What lies over the scope, each open for itself. */
const PANELS: Readonly<Record<string, Opens>> = {
	"kinds of triggers": byKey("t", "dialog", "Triggers"),
	"editor of a sequence": async (page) => {
		const triggers = new TriggerPanel(page);
		await triggers.add("Sequence");
	},
	"list of triggers": byButton(/^Trigger/, "dialog"),
	find: byKey("/", "listbox", "What can be sought"),
	"find, not understood": async (page) => {
		await page.getByRole("application", { name: "Traces" }).focus();
		await page.keyboard.press("/");
		await page.keyboard.type("plse");
		await page.getByRole("alert").filter({ hasText: "not understood" }).waitFor();
	},
	"go to, not understood": async (page) => {
		await page.keyboard.press("Control+g");
		await page.keyboard.type("nowhere");
		await page.keyboard.press("Enter");
		await page.getByRole("tooltip").waitFor();
	},
	export: byKey("Control+s", "dialog", "Export"),
	palette: byKey("Control+k", "dialog", "Search or run"),
	keys: byKey("?", "dialog", /^Keys/),
	zero: byButton(/^Zero/, "menu"),
	lanes: byButton("Lanes", "dialog"),
	target: byButton(/^Target/, "dialog"),
	"menu of a place": async (page) => {
		await page
			.getByRole("application", { name: "Traces" })
			.click({ button: "right", position: { x: 200, y: 90 } });
		await page.getByRole("menu").waitFor();
	},
};

/** A paused view with both cursors, a selection, a named marker and a chosen lane. */
async function mark({ page }: GpioscopePage): Promise<void> {
	const plot = page.getByRole("application", { name: "Traces" });
	await page.getByRole("radio", { name: "Pause" }).click();
	await plot.hover({ position: { x: 300, y: 90 } });
	for (const key of ["g", "m", "1"]) await page.keyboard.press(key);
	await plot.hover({ position: { x: 400, y: 90 } });
	await page.keyboard.press("2");
	await plot.focus();
	await page.keyboard.press("j");
	await expect(page.getByRole("heading", { name: "Between 1 and 2" })).toBeVisible();
}

for (const scheme of SCHEMES) {
	test(`what opens over the scope in ${scheme} has no violation that axe finds`, async ({ app }) => {
		test.slow();
		const { page } = app;
		await page.emulateMedia({ colorScheme: scheme });
		await mark(app);
		for (const [name, open] of Object.entries(PANELS)) {
			await open(page);
			expect.soft(await violationsOf(page, "[data-portal], search"), name).toEqual([]);
			await page.keyboard.press("Escape");
			await expect(page.getByRole("dialog").or(page.getByRole("menu"))).toHaveCount(0);
		}
	});

	test(`the tables of the scope in ${scheme} have no violation that axe finds`, async ({ app }) => {
		test.slow();
		const { page } = app;
		await page.emulateMedia({ colorScheme: scheme });
		await mark(app);
		expect(await violationsOf(page, "aside")).toEqual([]);
		for (const tab of await page.getByRole("tab").all()) {
			await tab.click();
			expect
				.soft(await violationsOf(page, "section[aria-label=Tables]"), (await tab.textContent()) ?? "")
				.toEqual([]);
		}
	});
}

test("who wants no motion gets none from what opens and closes", async ({ app }) => {
	const { page } = app;
	await page.evaluate(() => {
		const moved: string[] = [];
		document.addEventListener("transitionrun", ({ target, propertyName }) =>
			moved.push(`${propertyName} of ${(target as Element).className}`),
		);
		Object.assign(window, { moved });
	});
	for (const open of Object.values(PANELS)) {
		await open(page);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("dialog").or(page.getByRole("menu"))).toHaveCount(0);
	}
	expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	for (const scheme of SCHEMES)
		test(`the sheets of the scope in ${scheme} have no violation that axe finds`, async ({ app }) => {
			test.slow();
			const { page } = app;
			await page.emulateMedia({ colorScheme: scheme });
			for (const sheet of [/^Trigger/, "Lanes", "Files", /^–/, "Search or run"]) {
				await page.getByRole("button", { name: sheet }).first().tap();
				await page.getByRole("dialog").waitFor();
				expect.soft(await violationsOf(page, "[role=dialog]"), String(sheet)).toEqual([]);
				await page.keyboard.press("Escape");
				await expect(page.getByRole("dialog")).toHaveCount(0);
			}
		});
});
