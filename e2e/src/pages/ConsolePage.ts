import type { Locator, Page } from "@playwright/test";

/** The tools of the console as a person uses them. */
export class ConsolePage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Turns to a tool. */
	async turnTo(tool: "Console" | "Events" | "Files" | "Shell"): Promise<void> {
		const tools = this.page.getByRole("radiogroup", { name: "Tool" });
		await tools.getByRole("radio", { name: tool, exact: true }).click();
	}

	/** The button that triggers an event. */
	event(event: number): Locator {
		return this.page.getByRole("button", { name: new RegExp(`^Trigger event ${event},`) });
	}

	/** Which files are asked for. */
	get pattern(): Locator {
		return this.page.getByRole("combobox", { name: "Path or pattern" });
	}

	/** Lists what matches a pattern. */
	async list(pattern: string): Promise<void> {
		await this.pattern.fill(pattern);
		await this.page.getByRole("button", { name: "List", exact: true }).click();
	}

	/** A file or folder in the list. */
	entry(name: string | RegExp): Locator {
		return this.page.getByRole("list", { name: "Files and folders" }).getByRole("button", { name });
	}

	/** What is shown of the opened file. */
	get opened(): Locator {
		return this.page.getByRole("region", { name: "Opened file" });
	}

	/** Fills the form of a program and runs it. */
	async runProgram(name: string, text = ""): Promise<void> {
		await this.page.getByRole("textbox", { name: "Name, in /opt/pigpio/cgi" }).fill(name);
		await this.page.getByRole("textbox", { name: "Arguments", exact: true }).fill(text);
		await this.page.getByRole("button", { name: "Run", exact: true }).click();
	}

	/** What came of what was run. */
	get runs(): Locator {
		return this.page.getByRole("region", { name: "Runs" });
	}
}
