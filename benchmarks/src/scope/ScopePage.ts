import { type Browser, type CDPSession, chromium, type FileChooser, type Page } from "@playwright/test";
import { pagePid } from "../live/pagePid.ts";
import { residentMegabytes } from "../relay/processTree.ts";
import { median } from "../table.ts";
import { durations, traced } from "./traced.ts";

/** What opening a file was like, in milliseconds from the moment the page got it. */
export interface Opening {
	/** Until a frame that shows something of it. */
	readonly shown: number;
	/** Until all of it was read. */
	readonly read: number;
	/** The longest task of the main thread above 50 ms; 0 when there was none. */
	readonly longestTask: number;
}

/** How the view moved, in milliseconds. */
export interface Frames {
	/** From one frame to the next. */
	readonly median: number;
	readonly p99: number;
	/** What the worker took for an answer about the columns, in the median. */
	readonly query: number;
	/** What the main thread took to draw a frame with all that lies over the traces, in the median. */
	readonly draw: number;
}

interface Probe {
	readonly capturesStore: {
		getState(): {
			readonly entries: readonly { id: string; facts: { changes: number } }[];
			readonly shown: string;
		};
	};
	readonly drawnStore: { subscribe(listener: () => void): () => void };
}

declare global {
	interface Window {
		scopeProbe: { opened: number; shown: number; longestTask: number; frames: number[]; pictures: number };
	}
}

/** The scope in a headless Chromium 1920 pixels wide, which draws in software. */
export class ScopePage {
	readonly #browser: Browser;
	readonly #page: Page;
	/** With the browser, and with the page. */
	readonly #sessions: readonly [CDPSession, CDPSession];
	#onChooser: (chooser: FileChooser) => void = () => undefined;

	private constructor(browser: Browser, page: Page, sessions: readonly [CDPSession, CDPSession]) {
		this.#browser = browser;
		this.#page = page;
		this.#sessions = sessions;
		// From the beginning: Chromium hears too late of a listener that comes with the key.
		page.on("filechooser", (chooser) => this.#onChooser(chooser));
	}

	/** Opens the page and waits until it shows live data. */
	static async open(url: string): Promise<ScopePage> {
		const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
		const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
		const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
		// tsx gives functions their names by this one, which functions sent to the page bring along.
		await page.addInitScript("globalThis.__name = (named) => named");
		await page.addInitScript(observe);
		const sessions = [
			await browser.newBrowserCDPSession(),
			await page.context().newCDPSession(page),
		] as const;
		const scope = new ScopePage(browser, page, sessions);
		await page.goto(url);
		await page.getByLabel("Traces").waitFor();
		return scope;
	}

	/** Opens a file as a person does, who shows it and waits until it is read. */
	async openFile(path: string, changes: number): Promise<Opening> {
		const chooser = new Promise<FileChooser>((resolve) => {
			this.#onChooser = resolve;
		});
		await this.#page.keyboard.press("Control+o");
		await (await chooser).setFiles(path);
		const done = await this.#page.waitForFunction(
			(all) => {
				const { capturesStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
				const file = capturesStore.getState().entries.at(-1);
				return file?.id !== "live" && (file?.facts.changes ?? 0) >= all && performance.now();
			},
			changes,
			{ timeout: 120_000 },
		);
		const read = Number(await done.jsonValue());
		const { opened, shown, longestTask } = await this.#page.evaluate(() => window.scopeProbe);
		return { shown: shown - opened, read: read - opened, longestTask };
	}

	/** Collects what scripts no longer use, then reads the memory of the page's process, megabytes. */
	async megabytes(): Promise<number> {
		const [browser, page] = this.#sessions;
		await page.send("HeapProfiler.collectGarbage");
		return residentMegabytes(await pagePid(browser));
	}

	/** Shows everything, then zooms in and out by the wheel and drags, a step each frame. */
	async navigate(): Promise<Frames> {
		const box = await this.#page.getByLabel("Traces").boundingBox();
		if (box === null) throw new Error("The traces are not to be seen.");
		const x = box.x + box.width / 2;
		const y = box.y + box.height / 2;
		await this.#page.mouse.move(x, y);
		await this.#page.keyboard.press("f");
		await this.#page.evaluate(() => {
			window.scopeProbe.frames = [];
		});
		await this.#move(x, y);
		const frames = await this.#page.evaluate(() => window.scopeProbe.frames);
		frames.sort((a, b) => a - b);
		// Once more, as a trace costs time of its own.
		await this.#page.evaluate(() => {
			window.scopeProbe.pictures = 0;
		});
		const events = await traced(this.#sessions[0], () => this.#move(x, y));
		const pictures = await this.#page.evaluate(() => window.scopeProbe.pictures);
		const callbacks = durations(events, "CrRendererMain", "FireAnimationFrame");
		return {
			median: median(frames),
			p99: frames[Math.floor(frames.length * 0.99)] ?? 0,
			query: median(durations(events, "DedicatedWorker", "HandlePostMessage")),
			// Those that draw are the longest; the others belong to what watches here.
			draw: median(callbacks.slice(-pictures)),
		};
	}

	async #move(x: number, y: number): Promise<void> {
		for (const notch of [...Array<number>(60).fill(-50), ...Array<number>(60).fill(50)])
			await this.#page.mouse.wheel(0, notch);
		for (let notch = 0; notch < 12; notch++) await this.#page.mouse.wheel(0, -100);
		await this.#page.mouse.down();
		for (let step = 0; step < 120; step++) await this.#page.mouse.move(x + 300 * Math.sin(step / 10), y);
		await this.#page.mouse.up();
	}

	close(): Promise<void> {
		return this.#browser.close();
	}
}

/** Runs in the page from its beginning. */
function observe(): void {
	const probe = { opened: 0, shown: 0, longestTask: 0, frames: [] as number[], pictures: 0 };
	window.scopeProbe = probe;
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (this: Worker, ...args: [unknown, ...never[]]) {
		if ((args[0] as { file?: unknown }).file instanceof File) probe.opened = performance.now();
		return post.apply(this, args as never);
	};
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			if (probe.opened > 0 && startTime + duration > probe.opened)
				probe.longestTask = Math.max(probe.longestTask, duration);
	}).observe({ type: "longtask" });
	let isCounting = false;
	let last = performance.now();
	const frame = (now: number) => {
		probe.frames.push(now - last);
		last = now;
		const { capturesStore, drawnStore } = (window as unknown as { __gpioscope?: Probe }).__gpioscope ?? {};
		if (drawnStore !== undefined && !isCounting) {
			isCounting = true;
			drawnStore.subscribe(() => {
				probe.pictures++;
			});
		}
		const { entries = [], shown } = capturesStore?.getState() ?? {};
		const isShown = shown !== "live" && entries.some(({ id, facts }) => id === shown && facts.changes > 0);
		// The frame after the one in which the page knows of it.
		if (probe.opened > 0 && probe.shown === 0 && isShown)
			requestAnimationFrame(() => {
				probe.shown = performance.now();
			});
		requestAnimationFrame(frame);
	};
	requestAnimationFrame(frame);
}
