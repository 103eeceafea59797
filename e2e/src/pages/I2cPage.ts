import type { Locator, Page } from "@playwright/test";

/** One use of the form by hand; what is left out stays as it is. */
interface Access {
	readonly way: string;
	readonly register?: string;
	readonly count?: string;
	readonly value?: string;
	readonly press: "Read" | "Write" | "Write and read";
}

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

	/** Shows the device of an address, from the list below the grid. */
	async select(address: string): Promise<void> {
		await this.page.getByRole("button", { name: new RegExp(`^${address} `) }).click();
	}

	/** Shows the device of any address, whether it answered or not. */
	async selectOther(address: string): Promise<void> {
		const field = this.page.getByRole("textbox", { name: "Other address" });
		await field.fill(address);
		await field.press("Enter");
		await this.page.getByRole("button", { name: "Show", exact: true }).click();
	}

	/** The inspector's part about what the last exchange answered. */
	get result(): Locator {
		const heading = this.page.getByRole("heading", { name: /^Result/ });
		return this.page.locator("section").filter({ has: heading });
	}

	/** Reads or writes by hand. */
	get form(): Locator {
		return this.page.getByRole("form", { name: "Read or write by hand" });
	}

	/** Presses a button of the form by hand in one of its ways. */
	async access({ way, register, count, value, press }: Access): Promise<void> {
		const { form } = this;
		const ways = form.getByRole("combobox", { name: "Way of access" });
		if ((await ways.inputValue()) !== way) {
			await ways.click();
			await this.page.getByRole("option", { name: way, exact: true }).click();
		}
		for (const [label, text] of [
			["Register", register],
			["Bytes to read", count],
		] as const) {
			if (text === undefined) continue;
			const field = form.getByRole("textbox", { name: label, exact: true });
			await field.fill(text);
			await field.press("Enter");
		}
		if (value !== undefined) await form.getByRole("textbox", { name: "Value to write" }).fill(value);
		await form.getByRole("button", { name: press, exact: true }).click();
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
