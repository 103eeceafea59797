import type { Locator, Page } from "@playwright/test";

/** The I²C part of the Buses view as a person uses it. */
export class I2cPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** The address of who answered, in the grid. */
	found(address: string): Locator {
		return this.page
			.getByRole("table", { name: "Addresses" })
			.getByRole("button", { name: new RegExp(`^${address},`) });
	}

	/** Asks everybody and waits until all who answered are guessed. */
	async scan(): Promise<void> {
		await this.page.getByRole("button", { name: "Scan", exact: true }).click();
		await this.page
			.getByTitle(/^scan /)
			.first()
			.waitFor();
	}

	/** Shows the device of an address. */
	async select(address: string): Promise<void> {
		await this.found(address).click();
	}

	/** The row of a register, by its name. */
	register(name: string): Locator {
		return this.page.getByRole("row").filter({ has: this.page.getByRole("cell", { name, exact: true }) });
	}

	/** Reads all registers and waits for it. */
	async readAll(): Promise<void> {
		await this.page.getByRole("button", { name: "Read all" }).click();
		await this.page.getByText(/since last read/).waitFor();
	}

	/** Shows registers, bytes or the comparison. */
	async show(tab: RegExp): Promise<void> {
		await this.page
			.getByRole("radiogroup", { name: "What is shown" })
			.getByRole("radio", { name: tab })
			.click();
	}

	/** Takes an example for the device on view. */
	async example(name: string): Promise<void> {
		await this.page.getByRole("button", { name: "Examples" }).click();
		await this.page.getByRole("menuitem", { name }).click();
	}
}
