import type { Locator, Page } from "@playwright/test";

/** The Bench view as a person uses it. */
export class BenchPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Everything about one device. */
	device(name: string): Locator {
		return this.page.getByRole("region", { name, exact: true });
	}

	/** A button of a device. */
	button(device: string, label: string): Locator {
		return this.page.getByRole("button", { name: `${label}, ${device}`, exact: true });
	}

	/** A slider of a device. */
	slider(device: string, label: string): Locator {
		return this.page.getByRole("slider", { name: `${label}, ${device}`, exact: true });
	}

	/** The figure of a control, by its short name. */
	value(device: string, control: string): Locator {
		return this.device(device).locator(`[data-value-of="${control}"]`);
	}
}
