import { expect, type Locator, type Page } from "@playwright/test";

/** One edge in the page's capture: time in µs of the capture, level after it. */
export interface CapturedEdge {
	readonly time: number;
	readonly level: 0 | 1;
}

/** What the page offers to tests; see the page's `window.__gpioscope`. */
interface Probe {
	readonly capture: {
		edges(channel: number, from: number, to: number, limit: number): Promise<readonly CapturedEdge[]>;
	};
	readonly captureStore: {
		getState(): {
			readonly endTime: number;
			readonly firstTime: number;
			readonly changes: number;
			readonly level: number;
			readonly known: number;
			readonly gaps: number;
		};
	};
	readonly bridge: { call(command: string, args: object): Promise<unknown> };
	readonly connectionStore: {
		getState(): {
			readonly sessionId?: string;
			readonly target?: { readonly state: { readonly kind: string } };
		};
	};
	readonly logStore: {
		getState(): { readonly entries: readonly { readonly session: string; readonly pigs: string }[] };
	};
}

declare global {
	interface Window {
		readonly __gpioscope: Probe;
	}
}

/** The page as a person uses it; what cannot be read off the screen is read from the page's own capture. */
export class GpioscopePage {
	readonly page: Page;
	/** Errors the page threw or logged. */
	readonly errors: string[] = [];

	constructor(page: Page) {
		this.page = page;
		page.on("pageerror", (error) => this.errors.push(error.message));
		page.on("console", (message) => {
			if (message.type() === "error") this.errors.push(message.text());
		});
	}

	/** Opens the printed address and waits until the target is live and a first change is in the capture. */
	async open(url: string): Promise<void> {
		await this.page.goto(url);
		await this.waitUntilLive();
	}

	async waitUntilLive(): Promise<void> {
		await this.page.waitForFunction(
			() =>
				window.__gpioscope.connectionStore.getState().target?.state.kind === "live" &&
				window.__gpioscope.captureStore.getState().changes > 0,
		);
	}

	/** Goes to a view by the rail or the tabs, and waits until it is loaded. */
	async show(
		view: "Scope" | "Pins" | "Waves" | "Buses" | "Scripts" | "Console" | "Bench" | "Settings",
	): Promise<void> {
		const tabs = this.page.getByRole("navigation", { name: "Views" });
		const tab = tabs.getByRole("button", { name: view, exact: true });
		if (await tab.isVisible()) await tab.click();
		else {
			await tabs.getByRole("button", { name: /more views$/i }).click();
			await this.page.getByRole("menuitem", { name: view }).click();
		}
		await this.page.locator("main > *").first().waitFor({ state: "attached" });
	}

	/** Waits until fonts are there and half a second of frames has been painted, so that a picture shows what a person sees. */
	async settled(): Promise<void> {
		await this.page.evaluate(async () => {
			await document.fonts.ready;
			for (let frame = 0; frame < 30; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
		});
	}

	/** Lets the page change pins. */
	async arm(): Promise<void> {
		const arm = this.page.getByRole("switch", { name: "View only" });
		await arm.click({ force: true });
		await this.page.getByRole("switch", { name: "Armed" }).waitFor({ state: "attached" });
	}

	get banner(): Locator {
		return this.page.getByRole("alert", { name: "Connection" });
	}

	/** Facts of the page's capture now. */
	capture(): Promise<ReturnType<Probe["captureStore"]["getState"]>> {
		return this.page.evaluate(() => window.__gpioscope.captureStore.getState());
	}

	/** The edges of a GPIO since a time of the capture, oldest first. */
	edges(gpio: number, from: number): Promise<readonly CapturedEdge[]> {
		return this.page.evaluate(
			([channel, since]) =>
				window.__gpioscope.capture.edges(channel, since, Number.POSITIVE_INFINITY, 100_000),
			[gpio, from] as const,
		);
	}

	/** Sends a command as the page itself does. */
	call(command: string, args: object): Promise<unknown> {
		return this.page.evaluate(([name, values]) => window.__gpioscope.bridge.call(name, values), [
			command,
			args,
		] as const);
	}

	/** Waits until a GPIO has at least so many edges since a time, and answers them. */
	async waitForEdges(gpio: number, from: number, count: number): Promise<readonly CapturedEdge[]> {
		// Asked from here: what waitForFunction is given must answer at once, a promise counts as true.
		await expect.poll(async () => (await this.edges(gpio, from)).length).toBeGreaterThanOrEqual(count);
		return this.edges(gpio, from);
	}

	/** Waits until the newest known level of a GPIO is this. */
	async waitForLevel(gpio: number, level: 0 | 1): Promise<void> {
		await this.page.waitForFunction(
			([channel, wanted]) => {
				const { level: word, known } = window.__gpioscope.captureStore.getState();
				return ((known >>> channel) & 1) === 1 && ((word >>> channel) & 1) === wanted;
			},
			[gpio, level] as const,
		);
	}
}
