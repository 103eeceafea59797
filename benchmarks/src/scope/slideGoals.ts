import { startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { chromium, type Page } from "@playwright/test";
import { median } from "../table.ts";
import type { Goal } from "./Goal.ts";

const WINDOW = { width: 1440, height: 900 } as const;
/** Nothing on the default bench uses it. */
const GPIO = 21;
/** Movements of the hand, one after the other as fast as the browser takes them. */
const MOVES = 600;
/** How long the frames of a hand at rest are counted, for comparison. */
const REST_MS = 5000;
/** Full scale of the duty cycle. */
const RANGE = 255;

interface Slide {
	/** Milliseconds from one frame to the next while the hand rests, and while it moves; ascending. */
	readonly resting: readonly number[];
	readonly moving: readonly number[];
	/** Commands that the daemon answered meanwhile, and the duty cycle of the last one. */
	readonly commands: number;
	readonly last: number;
}

/** A slider of the Pins view dragged to and fro while the bench moves its lines: frames, and what reaches the daemon. */
export async function slideGoals(): Promise<Goal[]> {
	const ends: (() => Promise<void>)[] = [];
	try {
		const simulator = await startSimulatorProcess(0);
		ends.push(() => simulator.kill());
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
		ends.push(() => bridge.close());
		const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
		const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
		ends.push(() => browser.close());
		const page = await browser.newPage({ viewport: WINDOW });
		// tsx gives functions their names by this one, which functions sent to the page bring along.
		await page.addInitScript("globalThis.__name = (named) => named");
		await page.goto(bridge.url);
		await showSlider(page);
		const { resting, moving, commands, last } = await slide(page);
		const [middle, slow] = [median(moving), slowest(moving)];
		return [
			{
				measure: `a PWM slider dragged by ${MOVES} movements: frames`,
				goal: "median 16.7 ms, p99 33 ms",
				measured: `median ${middle.toFixed(1)} ms, p99 ${slow.toFixed(1)} ms; at rest ${median(resting).toFixed(1)} and ${slowest(resting).toFixed(1)} ms`,
				isMet: middle <= 17.2 && slow <= 33.5,
			},
			{
				measure: "the same: commands, and the last value",
				goal: "no more than movements and both ends, the last one sent",
				measured: `${commands} commands, the last is ${last} of ${RANGE}`,
				isMet: commands <= MOVES + 2 && last === RANGE,
			},
		];
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

function slowest(frames: readonly number[]): number {
	return frames[Math.floor(frames.length * 0.99)] ?? 0;
}

async function showSlider(page: Page): Promise<void> {
	await page.getByLabel("Traces").waitFor();
	await page.keyboard.press("Alt+a");
	await page.keyboard.press("Alt+2");
	await page
		.locator(`[role="gridcell"][data-gpio="${GPIO}"]`)
		.getByText(`GPIO ${GPIO}`, { exact: true })
		.click();
	await page.getByRole("radio", { name: "PWM", exact: true }).click();
	await page.getByRole("slider", { name: "Duty cycle" }).waitFor();
}

interface Probe {
	readonly logStore: { getState(): { readonly entries: readonly { readonly pigs: string }[] } };
}

async function slide(page: Page): Promise<Slide> {
	const thumb = page.getByRole("slider", { name: "Duty cycle" });
	const box = await thumb.boundingBox();
	if (box === null) throw new Error("The slider is not to be seen.");
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.evaluate(() => {
		const frames: number[] = [];
		let last = performance.now();
		const frame = (now: number): void => {
			frames.push(now - last);
			last = now;
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
		Object.assign(window, { slideFrames: frames });
	});
	await page.waitForTimeout(REST_MS);
	const resting = await takeFrames(page);
	for (let move = 0; move < MOVES; move++) await page.mouse.move(x + 120 * (1 - Math.cos(move / 20)), y);
	const moving = await takeFrames(page);
	// To the right end and beyond: that value must arrive.
	await page.mouse.move(x + WINDOW.width / 3, y);
	await page.mouse.up();
	const sent = () =>
		page.evaluate((prefix) => {
			const { logStore } = (window as unknown as { __gpioscope: Probe }).__gpioscope;
			return logStore
				.getState()
				.entries.flatMap(({ pigs }) => (pigs.startsWith(prefix) ? [Number(pigs.slice(prefix.length))] : []));
		}, `p ${GPIO} `);
	await page
		.locator(`[role="gridcell"][data-gpio="${GPIO}"]`)
		.getByText(/PWM 100\.0/)
		.waitFor();
	const values = await sent();
	return { resting, moving, commands: values.length, last: values.at(-1) ?? -1 };
}

/** The frames since the last time, ascending. */
async function takeFrames(page: Page): Promise<number[]> {
	const frames = await page.evaluate(() =>
		(window as unknown as { slideFrames: number[] }).slideFrames.splice(0),
	);
	return frames.slice(1).sort((a, b) => a - b);
}
