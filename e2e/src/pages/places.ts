import type { Page } from "@playwright/test";
import { BenchPage } from "./BenchPage.ts";
import type { GpioscopePage } from "./GpioscopePage.ts";
import { ScriptsPage } from "./ScriptsPage.ts";

/** How one gets somewhere in the page, from wherever one is; resolves when it is there. */
export type Way = (app: GpioscopePage) => Promise<void>;

/** Chooses one of a row of segments. */
const pick =
	(row: string, choice: string): Way =>
	async ({ page }) => {
		const radio = page
			.getByRole("radiogroup", { name: row, exact: true })
			.getByRole("radio", { name: choice, exact: true });
		await radio.click();
	};

/** Goes to a view and on in it. */
const to =
	(view: Parameters<GpioscopePage["show"]>[0], ...steps: readonly Way[]): Way =>
	async (app) => {
		await app.show(view);
		for (const step of steps) await step(app);
	};

/** Opens what stands over the page. */
const over =
	(open: (page: Page) => Promise<void>, role: "dialog" | "menu"): Way =>
	async ({ page }) => {
		await open(page);
		await page.getByRole(role).first().waitFor();
	};

/** Every place of the page but what lies over the scope: views, their parts, and what opens over all of them. */
export const places = {
	scope: to("Scope"),
	"pins as the header lies": to("Pins", pick("Layout", "Header")),
	banks: to("Pins", pick("Layout", "Banks")),
	waves: to("Waves"),
	"I²C": to("Buses", pick("Kind of bus", "I²C")),
	SPI: to("Buses", pick("Kind of bus", "SPI")),
	serial: to("Buses", pick("Kind of bus", "Serial")),
	slave: to("Buses", pick("Kind of bus", "Slave")),
	scripts: to("Scripts", async ({ page }) => {
		await new ScriptsPage(page).text.waitFor();
	}),
	console: to("Console", pick("Tool", "Console")),
	events: to("Console", pick("Tool", "Events")),
	files: to("Console", pick("Tool", "Files")),
	shell: to("Console", pick("Tool", "Shell")),
	bench: to("Bench", async ({ page }) => {
		await new BenchPage(page).device("Button").waitFor();
	}),
	settings: to("Settings", pick("Page", "General")),
	daemon: to("Settings", pick("Page", "Daemon")),
	targets: over((page) => page.getByRole("button", { name: /^Target/ }).click(), "dialog"),
	palette: over((page) => page.keyboard.press("Control+k"), "dialog"),
} satisfies Readonly<Record<string, Way>>;

/** Those that a phone has beside them. */
export const phonePlaces = {
	"pins by GPIO": to("Pins", pick("Layout", "List")),
	"one pin": to("Pins", pick("Layout", "Header"), async ({ page }) => {
		await page.getByRole("gridcell", { name: /\bGPIO 26\b/ }).focus();
		await page.keyboard.press("Enter");
		await page.getByRole("region", { name: "GPIO 26" }).waitFor();
	}),
	"scripts to choose": to("Scripts", pick("Part", "List")),
	"a script to run": to("Scripts", pick("Part", "Run")),
	"more views": over((page) => page.getByRole("button", { name: /more views$/i }).click(), "menu"),
} satisfies Readonly<Record<string, Way>>;

/** Those that only a wider page has. */
export const widePlaces = {
	"pins by GPIO": to("Pins", pick("Layout", "By GPIO")),
	"one pin": to("Pins", pick("Layout", "Header"), async ({ page }) => {
		await page.getByRole("gridcell", { name: /\bGPIO 26\b/ }).focus();
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Release pin" }).waitFor();
	}),
	keys: over((page) => page.getByRole("button", { name: /^Press/ }).click(), "dialog"),
} satisfies Readonly<Record<string, Way>>;
