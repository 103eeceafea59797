import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, type CDPSession, chromium } from "@playwright/test";
import { pageMegabytes } from "./pageMemory.ts";

/** A headless Chromium with its own settings, not those of a test: a page behind another one is hidden. */
export class Chromium {
	/** Of the whole browser; its other processes are children of this one. */
	readonly pid: number;
	readonly context: BrowserContext;
	readonly #process: ChildProcess;
	readonly #profile: string;
	readonly #browser: Browser;
	readonly #session: CDPSession;

	private constructor(
		process: ChildProcess,
		profile: string,
		browser: Browser,
		context: BrowserContext,
		session: CDPSession,
	) {
		this.pid = process.pid ?? 0;
		this.context = context;
		this.#process = process;
		this.#profile = profile;
		this.#browser = browser;
		this.#session = session;
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
		const browser = await chromium.connectOverCDP(await endpointOf(child), { noDefaults: true });
		const context = browser.contexts()[0];
		if (context === undefined) throw new Error("Chromium has no window.");
		return new Chromium(child, profile, browser, context, await browser.newBrowserCDPSession());
	}

	/** Resident memory of the largest page, megabytes. */
	pageMegabytes(): Promise<number> {
		return pageMegabytes(this.#session);
	}

	async close(): Promise<void> {
		const ended = once(this.#process, "exit");
		await this.#session.send("Browser.close");
		await this.#browser.close();
		await ended;
		rmSync(this.#profile, { recursive: true, force: true });
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
