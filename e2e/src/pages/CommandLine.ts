import { expect, type Page } from "@playwright/test";

/** One command to be typed. */
export interface TypedCommand {
	/** What stands in braces was remembered before. */
	readonly typed: string;
	/** As what the number at the end of its answer is remembered. */
	readonly as?: string | undefined;
}

/** They take all that stands behind them. */
const TAKES_REST = /^(proc|shell) /;

/** The line of the console, as a person types into it who remembers what was answered. */
export class CommandLine {
	readonly #page: Page;
	readonly #remembered = new Map<string, string>();

	constructor(page: Page) {
		this.#page = page;
	}

	/** Types commands, as many on a line as do not wait for what is answered, and waits for all answers in words. */
	async send(commands: readonly TypedCommand[]): Promise<string[]> {
		const answers: string[] = [];
		let line: TypedCommand[] = [];
		const flush = async (): Promise<void> => {
			if (line.length > 0) answers.push(...(await this.#sendLine(line)));
			line = [];
		};
		for (const command of commands) {
			if (line.some(({ as }) => as !== undefined && command.typed.includes(`{${as}}`))) await flush();
			line.push(command);
			if (TAKES_REST.test(command.typed)) await flush();
		}
		await flush();
		return answers;
	}

	async #sendLine(commands: readonly TypedCommand[]): Promise<string[]> {
		const line = commands
			.map(({ typed }) =>
				typed.replace(/\{(\w+)\}/g, (_, name: string) => this.#remembered.get(name) ?? name),
			)
			.join(" ");
		const exchanges = this.#page
			.getByRole("log", { name: "Commands and answers" })
			.locator("xpath=./div[./button]");
		const before = await exchanges.count();
		const field = this.#page.getByRole("combobox", { name: "Commands, as pigs takes them" });
		await field.fill(line);
		await field.press("Enter");
		await expect(exchanges, line).toHaveCount(before + 1);
		const answers = exchanges.nth(before).locator("p > span.mono");
		await expect(answers, line).toHaveCount(commands.length);
		const texts = await answers.allTextContents();
		for (const [index, { as }] of commands.entries()) {
			const number = /(\d+)$/.exec(texts[index] ?? "")?.[1];
			if (as !== undefined && number !== undefined) this.#remembered.set(as, number);
		}
		return texts;
	}
}
