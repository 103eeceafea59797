import type { Locator, Page } from "@playwright/test";

/** Finding and measuring in the scope. */
export class MeasurePage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get field(): Locator {
		return this.page.getByRole("combobox", { name: "Find" });
	}

	/** `3 of 418`, `418`, `none`. */
	get position(): Locator {
		return this.page.getByTestId("find-position");
	}

	/** Writes a search into the field, reached by its key. */
	async find(text: string): Promise<void> {
		await this.page.keyboard.press("/");
		await this.field.fill(text);
	}

	/** The rank of the match gone to, from 1. */
	async rank(): Promise<number> {
		const text = (await this.position.textContent()) ?? "";
		return Number(/^([\d\u2009]+) of/.exec(text)?.[1]?.replaceAll("\u2009", ""));
	}

	/** Shows a quantity of a lane over time. */
	async addTrack(lane: string, quantity: string): Promise<void> {
		await this.page.getByRole("option", { name: lane }).hover();
		await this.page.getByRole("button", { name: `Menu of ${lane}` }).click();
		await this.page.getByRole("menuitemcheckbox", { name: quantity }).click();
		await this.page.keyboard.press("Escape");
	}
}
