import type { Page } from "@playwright/test";
import { cpuSecondsOf, mainThreadSecondsOf, residentMegabytes } from "../relay/processTree.ts";
import { Chromium } from "./Chromium.ts";

/** What the page's capture has received. */
export interface Received {
	/** Changes in the page's store, with those it dropped because of its limit. */
	readonly changes: number;
	readonly gaps: number;
}

/** A picture of the traces. */
export interface Picture {
	/** When it was drawn, milliseconds since 1970. */
	readonly at: number;
	/** From the moment of the newest change in it to the moment it was drawn, milliseconds. */
	readonly age: number;
}

/** What a stretch of time cost. */
export interface Cost {
	readonly seconds: number;
	/** Processor time of the page's main thread, milliseconds. */
	readonly mainMillis: number;
	/** The same of all of the browser. */
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
	readonly drawnStore: Store<{ readonly to: number; readonly at: number }>;
	readonly connectionStore: Store<{ readonly target?: { readonly state: { readonly kind: string } } }>;
}

declare global {
	interface Window {
		pictures: { end(): Picture[] };
	}
}

const EMPTY_PAGE = "about:blank";

/** The scope showing live traces. */
export class LivePage {
	/** The process that the page lives in. */
	readonly pid: number;
	readonly #chromium: Chromium;
	#page: Page;

	private constructor(chromium: Chromium, page: Page, pid: number) {
		this.#chromium = chromium;
		this.#page = page;
		this.pid = pid;
	}

	/** Opens the page with compact lanes and waits until it shows live data. */
	static async open(url: string, width: number, height: number): Promise<LivePage> {
		const chromium = await Chromium.start(width, height);
		const context = await chromium.connect();
		const page = context.pages()[0] ?? (await context.newPage());
		await page.addInitScript(() => {
			const look = { state: { division: 100_000, laneHeight: "compact" }, version: 1 };
			localStorage.setItem("gpioscope.scope", JSON.stringify(look));
		});
		await prepare(page);
		await page.goto(url);
		await page.waitForFunction(() => {
			const { captureStore, connectionStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			return connectionStore.getState().target?.state.kind === "live" && captureStore.getState().endTime > 0;
		});
		return new LivePage(chromium, page, await chromium.pagePid());
	}

	get page(): Page {
		return this.#page;
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
			const pictures: Picture[] = [];
			const stop = drawnStore.subscribe(({ to, at }) => {
				const { anchor } = captureStore.getState();
				if (anchor === undefined) return;
				const now = performance.timeOrigin + at;
				pictures.push({ at: now, age: now - anchor.wall - (to - anchor.time) / 1000 });
			});
			window.pictures = {
				end() {
					stop();
					return pictures;
				},
			};
		});
	}

	/** Hides the page behind an empty one. */
	async hide(): Promise<void> {
		await (await this.page.context().newPage()).bringToFront();
		await this.page.waitForFunction(() => document.visibilityState === "hidden", undefined, { polling: 100 });
	}

	/** Has the page in front again, and alone. */
	async unhide(): Promise<void> {
		for (const other of this.page.context().pages()) if (other !== this.page) await other.close();
		await this.page.bringToFront();
		await this.page.waitForFunction(() => document.visibilityState === "visible" && document.hasFocus());
	}

	/** The pictures since `watch`. */
	pictures(): Promise<Picture[]> {
		return this.page.evaluate(() => window.pictures.end());
	}

	/** What the page costs while something else goes on; nobody drives it meanwhile. */
	async cost(during: () => Promise<unknown>): Promise<Cost> {
		await this.#chromium.disconnect();
		const before = this.#spent();
		await during();
		const after = this.#spent();
		// In no order; an empty one may have been put in front.
		const pages = (await this.#chromium.connect()).pages();
		const page = pages.find((one) => one.url() !== EMPTY_PAGE);
		if (page === undefined) throw new Error("The page is gone.");
		await prepare(page);
		this.#page = page;
		return {
			seconds: after.seconds - before.seconds,
			mainMillis: after.mainMillis - before.mainMillis,
			browserMillis: after.browserMillis - before.browserMillis,
		};
	}

	/** Collects what the page's scripts no longer use, then reads its memory, megabytes. */
	async megabytes(): Promise<number> {
		const session = await this.#page.context().newCDPSession(this.#page);
		await session.send("HeapProfiler.collectGarbage");
		await session.detach();
		return residentMegabytes(this.pid);
	}

	close(): Promise<void> {
		return this.#chromium.close();
	}

	#spent(): Cost {
		return {
			seconds: performance.now() / 1000,
			mainMillis: mainThreadSecondsOf(this.pid) * 1000,
			browserMillis: cpuSecondsOf(this.#chromium.pid) * 1000,
		};
	}
}

/** tsx gives functions their names by this one, which functions sent to the page bring along. */
async function prepare(page: Page): Promise<void> {
	const named = "globalThis.__name = (named) => named";
	await page.addInitScript(named);
	await page.evaluate(named);
}
