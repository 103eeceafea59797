import type { Locator, Page } from "@playwright/test";

/** The Scripts view as a person uses it. */
export class ScriptsPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** The text of the script. */
	get text(): Locator {
		return this.page.getByRole("textbox", { name: "Text of the script" });
	}

	/** Under the text: the first problem, or that there is none. */
	get verdict(): Locator {
		return this.page.getByRole("main").getByRole("status");
	}

	/** What pigpiod does with the script on view. */
	get state(): Locator {
		return this.page
			.getByRole("complementary")
			.getByRole("status")
			.filter({ hasText: /pigpiod|^Script/ });
	}

	/** The value that a parameter has in pigpiod. */
	now(param: number): Locator {
		return this.page.getByRole("status", { name: `p${param} now` });
	}

	/** A row of the list. */
	row(name: string | RegExp): Locator {
		return this.page.getByRole("navigation", { name: "Scripts" }).getByRole("button", { name });
	}

	button(name: "Store" | "Run" | "Stop" | "Delete"): Locator {
		return this.page.getByRole("button", { name, exact: true });
	}

	/** Opens an empty script, or an example. */
	async open(name: string): Promise<void> {
		await this.page.getByRole("button", { name: "New", exact: true }).click();
		await this.page.getByRole("menuitem", { name }).click();
	}

	/** Writes the whole text anew. */
	async write(text: string): Promise<void> {
		await this.text.click();
		await this.page.keyboard.press("Control+a");
		await this.page.keyboard.insertText(text);
		await this.page.keyboard.press("Escape");
	}
}
