import type { Locator, Page } from "@playwright/test";

/** Settings, Daemon: what is known of pigpiod. */
export class DaemonPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Opens it by the figures of the status bar. */
	async open(): Promise<void> {
		await this.page.getByRole("button", { name: /^Show the daemon/ }).click();
		await this.page.getByRole("heading", { name: "Connection health" }).waitFor();
	}

	/** The row of one handle, by its name: "SPI 0". */
	handle(name: string): Locator {
		return this.page.getByRole("row").filter({ has: this.page.getByRole("cell", { name, exact: true }) });
	}

	/** The one cause of all that is marked as the present one. */
	get presentCause(): Locator {
		return this.page.getByRole("listitem").filter({ has: this.page.getByText("now", { exact: true }) });
	}

	/** An option by its letter. */
	option(letter: string): Locator {
		return this.page.locator("dl > div").filter({ hasText: `-${letter} ` });
	}
}
