import { expect, type Page } from "@playwright/test";

/** The line of the console, as a person types into it who remembers what was answered. */
export class CommandLine {
	readonly #page: Page;
	readonly #remembered = new Map<string, string>();

	constructor(page: Page) {
		this.#page = page;
	}

	/**
	 * Types one command and waits for its answer in words. What it says in braces was remembered before; with `as` the
	 * number at the end of the answer is.
	 */
	async send(typed: string, as?: string): Promise<string> {
		const line = typed.replace(/\{(\w+)\}/g, (_, name: string) => this.#remembered.get(name) ?? name);
		const exchanges = this.#page
			.getByRole("log", { name: "Commands and answers" })
			.locator("xpath=./div[./button]");
		const before = await exchanges.count();
		const field = this.#page.getByRole("combobox", { name: "Commands, as pigs takes them" });
		await field.fill(line);
		await field.press("Enter");
		await expect(exchanges, line).toHaveCount(before + 1);
		const answer = exchanges.nth(before).locator("p > span.mono");
		await expect(answer, line).toHaveCount(1);
		const text = (await answer.textContent()) ?? "";
		const number = /(\d+)$/.exec(text)?.[1];
		if (as !== undefined && number !== undefined) this.#remembered.set(as, number);
		return text;
	}
}
