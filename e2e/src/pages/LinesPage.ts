import { expect, type Locator, type Page } from "@playwright/test";
import type { GpioscopePage } from "./GpioscopePage.ts";

/** SPI and serial lines, as the view of buses shows them. */
export class LinesPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Goes to one kind of bus. */
	static async open(app: GpioscopePage, kind: "SPI" | "Serial"): Promise<LinesPage> {
		await app.show("Buses");
		const lines = new LinesPage(app.page);
		await lines.pick("Kind of bus", kind);
		return lines;
	}

	/** One choice of a row of them. */
	async pick(row: string, choice: string): Promise<void> {
		const choices = this.page.getByRole("radiogroup", { name: row });
		await choices.getByRole("radio", { name: choice, exact: true }).click();
		await expect(choices.getByRole("radio", { name: choice, exact: true })).toBeChecked();
	}

	/** Types an exact value and leaves its field. */
	async type(field: string, value: string): Promise<void> {
		const box = this.field(field);
		await box.fill(value);
		await box.press("Enter");
	}

	field(name: string): Locator {
		return this.page.getByRole("textbox", { name, exact: true });
	}

	button(name: string): Locator {
		return this.page.getByRole("main").getByRole("button", { name, exact: true });
	}

	get answer(): Locator {
		return this.page.getByRole("region", { name: "Answer" });
	}

	get terminal(): Locator {
		return this.page.getByRole("log", { name: "Terminal" });
	}

	/** Commands that this page has heard of since a number of them, as pigs writes them. */
	async logged(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.__gpioscope.logStore.getState().entries.map(({ pigs }) => pigs));
	}
}
