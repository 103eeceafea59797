import { expect, type Locator, type Page } from "@playwright/test";

/** The list of lanes in the scope, as a person works it. */
export class LanesPage {
	readonly page: Page;
	readonly list: Locator;

	constructor(page: Page) {
		this.page = page;
		this.list = page.getByRole("listbox", { name: "Lanes" });
	}

	/** The header of a lane or group; `name` is how what is spoken begins. */
	header(name: string): Locator {
		return this.list.getByRole("option", { name: new RegExp(`^${name}(,|$)`) });
	}

	/** Selects lanes together. */
	async select(...names: readonly string[]): Promise<void> {
		for (const [place, name] of names.entries()) {
			const header = this.header(name);
			// Lanes that begin to change unfold above, and move the others away from under a click.
			await expect(async () => {
				// Again with Control it would be selected no longer.
				if (place > 0 && (await header.getAttribute("aria-selected")) === "true") return;
				await header.click(place === 0 ? {} : { modifiers: ["Control"] });
				await expect(header).toHaveAttribute("aria-selected", "true", { timeout: 1000 });
			}).toPass();
		}
	}

	/** Picks an item of the menu of a lane or group. */
	async pick(name: string, item: string): Promise<void> {
		await this.openMenu(name);
		await this.page.getByRole("menuitem", { name: item, exact: true }).click();
	}

	/** Picks one of the few choices within the menu of a lane or group. */
	async choose(name: string, choice: string): Promise<void> {
		await this.openMenu(name);
		const menu = this.page.getByRole("menu");
		await menu.getByRole("menuitemradio", { name: choice }).click();
		await this.page.keyboard.press("Escape");
		// A menu that is still closing takes the next click for itself.
		await menu.waitFor({ state: "detached" });
	}

	async openMenu(name: string): Promise<void> {
		await this.header(name).hover();
		await this.page.getByRole("button", { name: `Menu of ${name}`, exact: true }).click();
	}

	async rename(from: string, to: string): Promise<void> {
		await this.pick(from, "Rename");
		await this.page.getByRole("textbox", { name: /^Name of / }).fill(to);
		await this.page.keyboard.press("Enter");
	}

	/** The first words of all headers, from the top. */
	async names(): Promise<readonly string[]> {
		const labels = await this.list
			.getByRole("option")
			.evaluateAll((options) => options.map((option) => option.getAttribute("aria-label") ?? ""));
		return labels.map((label) => label.split(",")[0] ?? "");
	}
}
