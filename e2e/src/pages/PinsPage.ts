import type { Locator, Page } from "@playwright/test";

/** The Pins view as a person uses it. */
export class PinsPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** The metal of a GPIO's pin; its `data-level` is what the page shows. */
	pad(gpio: number): Locator {
		return this.page.locator(`[data-pad="${gpio}"]`);
	}

	/** A GPIO's cell of the header, or its row of the list. */
	cell(gpio: number): Locator {
		return this.page.locator(`[role="gridcell"][data-gpio="${gpio}"]`);
	}

	/** Shows a GPIO in the inspector. */
	async select(gpio: number): Promise<void> {
		await this.cell(gpio).getByText(`GPIO ${gpio}`, { exact: true }).click();
	}

	/** Makes an input an output by its pad. */
	async makeOutput(gpio: number, level: "low" | "high"): Promise<void> {
		await this.pad(gpio).click();
		await this.page.getByRole("button", { name: `Output ${level}` }).click();
	}

	/** Shows a tab of the Drive section. */
	async drive(tab: "Level" | "PWM" | "Servo" | "Pulse" | "HW"): Promise<void> {
		await this.page
			.getByRole("radiogroup", { name: "Drive" })
			.getByRole("radio", { name: tab, exact: true })
			.click();
	}

	/** Types into a field of the inspector. */
	async type(label: string, value: string): Promise<void> {
		const field = this.page.getByRole("textbox", { name: label, exact: true });
		await field.fill(value);
		await field.press("Enter");
	}

	/** Lets a GPIO go, so that the next test finds it as an input. */
	async release(gpio: number): Promise<void> {
		await this.select(gpio);
		await this.page.getByRole("button", { name: "Release pin" }).click();
		await this.page.getByRole("radio", { name: "In", exact: true, checked: true }).waitFor();
	}
}
