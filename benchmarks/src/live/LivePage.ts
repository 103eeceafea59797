import type { CDPSession, Page } from "@playwright/test";
import { cpuSecondsOf } from "../relay/processTree.ts";
import { Chromium } from "./Chromium.ts";

/** What the page's capture has received. */
export interface Received {
	/** Changes in the page's store, with those it dropped because of its limit. */
	readonly changes: number;
	readonly gaps: number;
}

/** How the pictures of the traces came, in milliseconds. */
export interface Pictures {
	/** From one picture to the next, ascending. */
	readonly distances: readonly number[];
	/** From the moment of the newest change in a picture to the moment the picture was drawn, ascending. */
	readonly ages: readonly number[];
}

/** What a stretch of time cost. */
export interface Cost {
	readonly seconds: number;
	/** How long tasks of the page's main thread took, milliseconds. */
	readonly taskMillis: number;
	/** Its processor time, which does not count what it waited for other programs, milliseconds. */
	readonly mainMillis: number;
	/** Processor time of all of the browser, milliseconds. */
	readonly browserMillis: number;
}

interface Store<T> {
	getState(): T;
	subscribe(listener: (state: T) => void): () => void;
}

interface Probe {
	readonly captureStore: Store<{
		readonly changes: number;
		readonly dropped: number;
		readonly gaps: number;
		readonly endTime: number;
		readonly anchor?: { readonly time: number; readonly wall: number };
	}>;
	readonly drawnStore: Store<{ readonly to: number }>;
	readonly connectionStore: Store<{ readonly target?: { readonly state: { readonly kind: string } } }>;
}

declare global {
	interface Window {
		pictures: { end(): Pictures };
	}
}

/** The scope showing live traces. */
export class LivePage {
	readonly chromium: Chromium;
	readonly page: Page;
	readonly #session: CDPSession;

	private constructor(chromium: Chromium, page: Page, session: CDPSession) {
		this.chromium = chromium;
		this.page = page;
		this.#session = session;
	}

	/** Opens the page with compact lanes and waits until it shows live data. */
	static async open(url: string, width: number, height: number): Promise<LivePage> {
		const chromium = await Chromium.start(width, height);
		const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
		// tsx gives functions their names by this one, which functions sent to the page bring along.
		await page.addInitScript("globalThis.__name = (named) => named");
		await page.addInitScript(() => {
			const look = { state: { division: 100_000, laneHeight: "compact" }, version: 1 };
			localStorage.setItem("gpioscope.scope", JSON.stringify(look));
		});
		const session = await page.context().newCDPSession(page);
		await session.send("Performance.enable");
		await page.goto(url);
		await page.waitForFunction(() => {
			const { captureStore, connectionStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			return connectionStore.getState().target?.state.kind === "live" && captureStore.getState().endTime > 0;
		});
		return new LivePage(chromium, page, session);
	}

	received(): Promise<Received> {
		return this.page.evaluate(() => {
			const { captureStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			const { changes, dropped, gaps } = captureStore.getState();
			return { changes: changes + dropped, gaps };
		});
	}

	/** Waits until nothing new has arrived for half a second. */
	async settle(): Promise<Received> {
		for (let last = await this.received(); ; ) {
			await this.page.waitForTimeout(500);
			const now = await this.received();
			if (now.changes === last.changes) return now;
			last = now;
		}
	}

	/** Begins to watch the pictures; `pictures` ends it. */
	watch(): Promise<void> {
		return this.page.evaluate(() => {
			const { captureStore, drawnStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			const distances: number[] = [];
			const ages: number[] = [];
			let last: number | undefined;
			const stop = drawnStore.subscribe(({ to }) => {
				const now = performance.now();
				if (last !== undefined) distances.push(now - last);
				last = now;
				const { anchor } = captureStore.getState();
				if (anchor === undefined) return;
				ages.push(performance.timeOrigin + now - anchor.wall - (to - anchor.time) / 1000);
			});
			window.pictures = {
				end() {
					stop();
					distances.sort((a, b) => a - b);
					ages.sort((a, b) => a - b);
					return { distances, ages };
				},
			};
		});
	}

	/** The pictures since `watch`. */
	pictures(): Promise<Pictures> {
		return this.page.evaluate(() => window.pictures.end());
	}

	/** What it costs while something else goes on. */
	async cost(during: () => Promise<unknown>): Promise<Cost> {
		const before = await this.#spent();
		await during();
		const after = await this.#spent();
		return {
			seconds: after.seconds - before.seconds,
			taskMillis: after.taskMillis - before.taskMillis,
			mainMillis: after.mainMillis - before.mainMillis,
			browserMillis: after.browserMillis - before.browserMillis,
		};
	}

	/** Collects what the page's scripts no longer use, then reads its memory, megabytes. */
	async megabytes(): Promise<number> {
		await this.#session.send("HeapProfiler.collectGarbage");
		return this.chromium.pageMegabytes();
	}

	close(): Promise<void> {
		return this.chromium.close();
	}

	async #spent(): Promise<Cost> {
		const { metrics } = await this.#session.send("Performance.getMetrics");
		const millis = (wanted: string) =>
			1000 * (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN);
		return {
			seconds: performance.now() / 1000,
			taskMillis: millis("TaskDuration"),
			mainMillis: millis("ThreadTime"),
			browserMillis: cpuSecondsOf(this.chromium.pid) * 1000,
		};
	}
}
