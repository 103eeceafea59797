import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { write } from "../scope/fileGoals.ts";
import type { Goal } from "../scope/Goal.ts";
import { generateCapture } from "../scope/generate/capture.ts";
import { LivePage } from "./LivePage.ts";

const WINDOW = { width: 1920, height: 1080 } as const;
/** What a state takes after it has begun, until nothing of its beginning is left. */
const CALM_MS = 3000;
/** How long each state is watched. */
const WATCH_MS = 10_000;
const FILE_CHANGES = 100_000;
const REST_GOAL = "main thread about none";
/** Less than this counts as none, per cent of a core: seconds are counted on screen. */
const NEARLY_NONE = 2;

/** What the page costs where nothing moves on screen, beside what it costs while traces run. */
export async function restGoals(): Promise<Goal[]> {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-benchmark-"));
	const ends: (() => Promise<void>)[] = [];
	try {
		const file = join(folder, "mixed.vcd");
		write(generateCapture("mixed", FILE_CHANGES), "vcd", file);
		const simulator = await startSimulatorProcess(0);
		ends.push(() => simulator.kill());
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
		ends.push(() => bridge.close());
		const page = await LivePage.open(bridge.url, WINDOW.width, WINDOW.height);
		ends.push(() => page.close());
		return await walk(page, file);
	} finally {
		for (const end of ends.reverse()) await end();
		rmSync(folder, { recursive: true });
	}
}

async function walk(page: LivePage, file: string): Promise<Goal[]> {
	const goals: Goal[] = [];
	const look = async (state: string, goal: string) => goals.push(await lookAt(page, state, goal));
	await look("live", "");
	await page.page.keyboard.press("Space");
	await look("paused, a live capture going on", REST_GOAL);
	await page.hide();
	await look("hidden and paused, a live capture going on", REST_GOAL);
	// Some turns before the key: Chromium hears too late of a listener that comes with it.
	const chooser = page.page.waitForEvent("filechooser");
	await page.unhide();
	await page.page.keyboard.press("Control+o");
	await (await chooser).setFiles(file);
	await page.page.waitForFunction(() => {
		const { capturesStore } = (window as unknown as { __gpioscope: ShownProbe }).__gpioscope;
		return capturesStore.getState().shown !== "live";
	});
	await look("with a file on view, a live capture going on", REST_GOAL);
	return goals;
}

interface ShownProbe {
	readonly capturesStore: { getState(): { readonly shown: string } };
}

async function lookAt(page: LivePage, state: string, goal: string): Promise<Goal> {
	await page.page.waitForTimeout(CALM_MS);
	const { seconds, mainMillis, browserMillis } = await page.cost(() => setTimeout(WATCH_MS));
	const [main, browser] = [mainMillis / seconds / 10, browserMillis / seconds / 10];
	return {
		measure: `processor time ${state}`,
		goal,
		measured: `main thread ${main.toFixed(1)} %, whole browser ${browser.toFixed(1)} % of a core`,
		...(goal !== "" && { isMet: main <= NEARLY_NONE }),
	};
}
