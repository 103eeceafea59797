import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { pagePid } from "./pagePid.ts";

/** A headless Chromium with its own settings, not those of a test: a page behind another one is hidden. */
export class Chromium {
	/** Of the whole browser; its other processes are children of this one. */
	readonly pid: number;
	readonly #process: ChildProcess;
	readonly #profile: string;
	readonly #endpoint: string;
	#browser: Browser | undefined;

	private constructor(process: ChildProcess, profile: string, endpoint: string) {
		this.pid = process.pid ?? 0;
		this.#process = process;
		this.#profile = profile;
		this.#endpoint = endpoint;
	}

	/** @param width with `height`: of the window, CSS pixels. */
	static async start(width: number, height: number): Promise<Chromium> {
		const profile = mkdtempSync(join(tmpdir(), "gpioscope-chromium-"));
		const child = spawn(
			process.env["CHROMIUM"] ?? "/usr/bin/chromium",
			[
				"--headless",
				"--no-sandbox",
				"--no-first-run",
				"--hide-scrollbars",
				"--remote-debugging-port=0",
				`--user-data-dir=${profile}`,
				`--window-size=${width},${height}`,
				"about:blank",
			],
			{ stdio: ["ignore", "ignore", "pipe"] },
		);
		return new Chromium(child, profile, await endpointOf(child));
	}

	/** Takes the wheel; the pages are those that were there before. */
	async connect(): Promise<BrowserContext> {
		this.#browser = await chromium.connectOverCDP(this.#endpoint, { noDefaults: true });
		const context = this.#browser.contexts()[0];
		if (context === undefined) throw new Error("Chromium has no window.");
		return context;
	}

	/** Lets go: a browser that is driven also tells its driver of every message, which costs as much as the page. */
	async disconnect(): Promise<void> {
		await this.#browser?.close();
		this.#browser = undefined;
	}

	/** The process of the largest page. */
	async pagePid(): Promise<number> {
		if (this.#browser === undefined) throw new Error("Not connected.");
		return pagePid(await this.#browser.newBrowserCDPSession());
	}

	async close(): Promise<void> {
		const ended = once(this.#process, "exit");
		this.#process.kill("SIGTERM");
		await ended;
		await this.disconnect();
		// Its other processes write for a moment longer.
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
}

async function endpointOf(child: ChildProcess): Promise<string> {
	if (child.stderr === null) throw new Error("Chromium has no output.");
	for await (const line of createInterface({ input: child.stderr })) {
		const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
		if (endpoint !== undefined) {
			child.stderr.resume();
			return endpoint;
		}
	}
	throw new Error(`Chromium ended with ${child.exitCode} before it listened.`);
}
