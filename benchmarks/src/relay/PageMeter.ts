import { type Browser, type BrowserServer, chromium, type Page } from "@playwright/test";

/** What the page's capture has received. */
export interface Received {
	/** Changes in the page's store, with those it dropped for age. */
	readonly changes: number;
	readonly gaps: number;
	/** The newest known moment, microseconds of the capture. */
	readonly endTime: number;
}

/** How the page's main thread did while it was measured. */
export interface Responsiveness {
	readonly framesPerSecond: number;
	/** Milliseconds a timer of 20 ms came late, which a click would have waited as well. */
	readonly latencyMedian: number;
	readonly latencyWorst: number;
}

interface Probe {
	readonly capture: {
		edges(channel: number, from: number, to: number, limit: number): Promise<readonly { time: number }[]>;
	};
	readonly captureStore: {
		getState(): { changes: number; dropped: number; gaps: number; known: number; endTime: number };
	};
	readonly connectionStore: { getState(): { target?: { state: { kind: string } } } };
}

declare global {
	interface Window {
		benchmarkMeter: { stop(): Responsiveness };
	}
}

/** The page in a headless Chromium, at a desktop's size. */
export class PageMeter {
	readonly pid: number;
	readonly #server: BrowserServer;
	readonly #browser: Browser;
	readonly #page: Page;

	private constructor(server: BrowserServer, browser: Browser, page: Page) {
		this.#server = server;
		this.#browser = browser;
		this.#page = page;
		this.pid = server.process().pid ?? 0;
	}

	/** Opens the page and waits until it shows live data. */
	static async open(url: string): Promise<PageMeter> {
		const server = await chromium.launchServer({
			executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
			args: ["--no-sandbox"],
		});
		const browser = await chromium.connect(server.wsEndpoint());
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		// tsx gives functions their names by this one, which functions sent to the page bring along.
		await page.addInitScript("globalThis.__name = (named) => named");
		await page.goto(url);
		await page.waitForFunction(() => {
			const { captureStore, connectionStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			return connectionStore.getState().target?.state.kind === "live" && captureStore.getState().endTime > 0;
		});
		return new PageMeter(server, browser, page);
	}

	received(): Promise<Received> {
		return this.#page.evaluate(() => {
			const { captureStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			const { changes, dropped, gaps, endTime } = captureStore.getState();
			return { changes: changes + dropped, gaps, endTime };
		});
	}

	/** Waits until nothing new has arrived for half a second. */
	async settle(): Promise<Received> {
		for (let last = await this.received(); ; ) {
			await this.#page.waitForTimeout(500);
			const now = await this.received();
			if (now.changes === last.changes) return now;
			last = now;
		}
	}

	/**
	 * Of the edges the page has kept, looks at the first ones after a moment.
	 * @returns how many do not follow the one before by exactly `spacing` microseconds
	 */
	mistimed(channel: number, from: number, spacing: number): Promise<number> {
		return this.#page.evaluate(
			async ([line, begin, step]) => {
				const { capture } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
				const edges = await capture.edges(line, begin, Number.POSITIVE_INFINITY, 100_000);
				return edges.filter(({ time }, index) => index > 0 && time - (edges[index - 1]?.time ?? 0) !== step)
					.length;
			},
			[channel, from, spacing] as const,
		);
	}

	/** Begins to measure the main thread. */
	async begin(): Promise<void> {
		await this.#page.evaluate(() => {
			const begin = performance.now();
			const latencies: number[] = [];
			let frames = 0;
			let running = true;
			const frame = () => {
				frames++;
				if (running) requestAnimationFrame(frame);
			};
			requestAnimationFrame(frame);
			let due = begin;
			const tick = () => {
				const now = performance.now();
				latencies.push(now - due);
				due = now + 20;
				if (running) setTimeout(tick, 20);
			};
			tick();
			window.benchmarkMeter = {
				stop() {
					running = false;
					latencies.sort((a, b) => a - b);
					return {
						framesPerSecond: (frames * 1000) / (performance.now() - begin),
						latencyMedian: latencies[latencies.length >> 1] ?? 0,
						latencyWorst: latencies.at(-1) ?? 0,
					};
				},
			};
		});
	}

	/** Ends what `begin` began. */
	end(): Promise<Responsiveness> {
		return this.#page.evaluate(() => window.benchmarkMeter.stop());
	}

	async close(): Promise<void> {
		await this.#browser.close();
		await this.#server.close();
	}
}
