import { readFileSync } from "node:fs";
import { expect, type FileChooser, type Locator, type Page } from "@playwright/test";
import type { CapturedEdge } from "./GpioscopePage.ts";

/** More of what the page offers to tests. */
interface Captures {
	readonly shownCapture: Window["__gpioscope"]["capture"];
	readonly capturesStore: {
		getState(): {
			readonly entries: readonly {
				readonly source: {
					readonly channels?: readonly { readonly channel: number; readonly name: string }[];
				};
			}[];
		};
	};
}

/** A file to be opened: what it is called and what is in it. */
export interface GivenFile {
	readonly name: string;
	readonly text: string;
}

/** Opening, closing and exporting captures as a person does. */
export class FilesPage {
	readonly page: Page;
	#onChooser: (chooser: FileChooser) => void = () => undefined;

	constructor(page: Page) {
		this.page = page;
		// Listening from the beginning: Chromium hears too late of a listener that comes with the key.
		page.on("filechooser", (chooser) => this.#onChooser(chooser));
	}

	/** Before the page is opened: without a native dialog exports go where downloads go. */
	async saveAsDownload(): Promise<void> {
		await this.page.addInitScript(() => {
			Reflect.deleteProperty(window, "showSaveFilePicker");
		});
	}

	/** Opens files by the key and the browser's own dialog. */
	async choose(...given: readonly GivenFile[]): Promise<void> {
		const chooser = new Promise<FileChooser>((resolve) => {
			this.#onChooser = resolve;
		});
		await this.page.keyboard.press("Control+o");
		await (await chooser).setFiles(
			given.map(({ name, text }) => ({ name, mimeType: "", buffer: Buffer.from(text, "latin1") })),
		);
	}

	/** Drops a file anywhere on the page. */
	async drop({ name, text }: GivenFile): Promise<void> {
		const data = await this.page.evaluateHandle(
			(file) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([file.text], file.name));
				return transfer;
			},
			{ name, text },
		);
		await this.page.dispatchEvent("#root", "dragenter", { dataTransfer: data });
		const zone = this.page.getByText("Drop to open in the scope");
		await expect(zone).toBeVisible();
		await zone.dispatchEvent("dragover", { dataTransfer: data });
		await zone.dispatchEvent("drop", { dataTransfer: data });
	}

	/** The segment that says what is on view. */
	get segment(): Locator {
		return this.page.getByRole("radiogroup", { name: "What the scope shows" });
	}

	/** Waits until a file of that name is read and on view. */
	async waitForFile(name: string): Promise<void> {
		await expect(this.page.getByRole("button", { name: `Captures: ${name} is shown` })).toBeVisible();
		await expect(this.page.getByRole("progressbar")).toHaveCount(0);
	}

	/** One of the facts of the file on view, from the inspector. */
	fact(label: string): Locator {
		return this.page
			.getByRole("complementary", { name: "Inspector" })
			.locator("section", { has: this.page.getByRole("heading", { name: "File", exact: true }) })
			.locator("dt", { hasText: label })
			.locator("xpath=following-sibling::dd[1]");
	}

	/** Exports by the dialog; answers what was written. */
	async export(choose: (dialog: Locator) => Promise<void>): Promise<GivenFile> {
		await this.page.keyboard.press("Control+s");
		const dialog = this.page.getByRole("dialog", { name: "Export" });
		await choose(dialog);
		return this.finishExport(dialog.getByRole("button", { name: "Export", exact: true }));
	}

	/** Presses the dialog's button; answers what was written. */
	async finishExport(button: Locator, press = () => button.click()): Promise<GivenFile> {
		const download = this.page.waitForEvent("download");
		await press();
		const done = await download;
		return { name: done.suggestedFilename(), text: readFileSync(await done.path(), "latin1") };
	}

	/** Channels of the files that are open, of which the name has a word. */
	shownChannels(word: string): Promise<readonly number[]> {
		return this.page.evaluate(
			(wanted) =>
				(window.__gpioscope as unknown as Captures).capturesStore
					.getState()
					.entries.flatMap(({ source }) => source.channels ?? [])
					.filter(({ name }) => name.split(/[^0-9A-Za-z]+/).includes(wanted))
					.map(({ channel }) => channel),
			word,
		);
	}

	/** Edges of a channel of the capture on view in [from, to). */
	shownEdges(channel: number, from: number, to: number): Promise<readonly CapturedEdge[]> {
		return this.page.evaluate(
			([line, since, until]) =>
				(window.__gpioscope as unknown as Captures).shownCapture.edges(line, since, until, 100_000),
			[channel, from, to] as const,
		);
	}
}
