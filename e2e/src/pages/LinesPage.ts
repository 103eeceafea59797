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

	/** Opens the trace below the bus. */
	async showTrace(): Promise<Locator> {
		await this.page.getByRole("tab", { name: "Live trace" }).click();
		return this.page.getByRole("application", { name: /^Live trace of/ });
	}

	/** How often the picture of the first lane changes from one pixel to the next. */
	async edgesDrawn(trace: Locator): Promise<number> {
		return trace
			.locator("canvas")
			.first()
			.evaluate((canvas: HTMLCanvasElement) => {
				const ratio = devicePixelRatio;
				// Below the ruler, between the rails of the first lane.
				const { data } = canvas.getContext("2d")!.getImageData(0, (26 + 16) * ratio, canvas.width, 1);
				const words = new Uint32Array(data.buffer);
				return words.reduce((edges, word, x) => edges + Number(x > 0 && word !== words[x - 1]), 0);
			});
	}

	/** Commands that this page has heard of since a number of them, as pigs writes them. */
	async logged(): Promise<readonly string[]> {
		return this.page.evaluate(() => window.__gpioscope.logStore.getState().entries.map(({ pigs }) => pigs));
	}
}
