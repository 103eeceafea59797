import { expect, type Locator, type Page } from "@playwright/test";

/** More places than Tab stops at in the panel. */
const MOST_STOPS = 60;

/** The list and the editor of triggers, opened from the header. */
export class TriggerPanel {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Says what the triggers are doing. */
	get button(): Locator {
		return this.page.getByRole("button", { name: /^Trigger(:|$)/ });
	}

	get dialog(): Locator {
		return this.page.getByRole("dialog", { name: "Triggers" });
	}

	/** The switch of a trigger, in the list or its editor. */
	switchOf(number: number): Locator {
		return this.dialog.getByRole("switch", { name: `Trigger ${number}`, exact: true });
	}

	/** Adds a first trigger of a kind by mouse; its editor is open then. */
	async add(kind: string): Promise<void> {
		await this.button.click();
		await this.dialog.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
		await expect(this.dialog.getByRole("group", { name: "Stage 1" })).toBeVisible();
	}

	/** Types into a field of the editor. */
	async fill(label: string, text: string): Promise<void> {
		const field = this.dialog.getByRole("textbox", { name: label });
		await field.fill(text);
		await field.press("Enter");
	}

	/** Presses Tab until something of that role and name has the focus. */
	async tabTo(target: Locator): Promise<void> {
		for (let presses = 0; presses < MOST_STOPS; presses++) {
			await this.page.keyboard.press("Tab");
			if (await target.evaluate((element) => element === document.activeElement)) return;
		}
		await expect(target).toBeFocused();
	}
}
