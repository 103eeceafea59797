import type { Locator, Page } from "@playwright/test";

/** A stroke over a track. Times in microseconds of the document. */
export interface Stroke {
	readonly row: number;
	readonly from: number;
	readonly to: number;
	/** Whether the button is let go at the end; true when left out. */
	readonly release?: boolean;
}

/** Height of a track, px. */
const trackHeight = 68;

/** The wave editor as a person uses it. The document must be shown whole, as it is when it was just opened. */
export class WavesPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Opens an empty document of 10 ms with one track. */
	async newDocument(gpio: number): Promise<void> {
		await this.page.getByRole("toolbar").getByRole("button").first().click();
		await this.page.getByRole("menuitem", { name: "New document" }).click();
		await this.#pick(gpio);
	}

	async addTrack(gpio: number): Promise<void> {
		await this.page.getByRole("button", { name: "Add track" }).click();
		await this.#pick(gpio);
	}

	/** Presses at one time of a track and drags to another. */
	async drag({ row, from, to, release = true }: Stroke): Promise<void> {
		const box = await this.page.getByTestId("wave-plot").boundingBox();
		if (box === null) throw new Error("The wave tracks are not visible.");
		const length = 10_000;
		const x = (time: number): number => box.x + ((time + length * 0.025) / (length * 1.09)) * box.width;
		const y = box.y + row * trackHeight + trackHeight / 2;
		const { mouse } = this.page;
		await mouse.move(x(from), y);
		await mouse.down();
		await mouse.move(x((from + to) / 2), y, { steps: 3 });
		await mouse.move(x(to), y, { steps: 3 });
		if (release) await mouse.up();
	}

	/** An exact value in the inspector. */
	field(name: "Start" | "End" | "Width"): Locator {
		return this.page.getByRole("textbox", { name, exact: true });
	}

	/** Plays, making outputs of the tracks' GPIOs where that is asked. */
	async play(): Promise<void> {
		await this.page.getByRole("button", { name: "Play", exact: true }).click();
		const question = this.page.getByRole("button", { name: /Make outputs? and play/ });
		const status = this.page.getByText(/^(Playing|Played once|Sending…)$/);
		await question.or(status).first().waitFor();
		if (await question.isVisible()) await question.click();
	}

	async #pick(gpio: number): Promise<void> {
		await this.page.getByRole("button", { name: new RegExp(`^${gpio}\\b`) }).click();
	}
}
