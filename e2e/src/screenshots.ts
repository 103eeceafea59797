import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { startBridgeProcess } from "./fixtures/bridgeProcess.ts";
import { startSimulatorProcess } from "./fixtures/simulatorProcess.ts";
import { GpioscopePage } from "./pages/GpioscopePage.ts";

const out = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const SCHEMES = ["dark", "light"] as const;
/** Microseconds of signal that a picture of the scope should have behind it. */
const ENOUGH = 6_000_000;

type Size = keyof typeof SIZES;
type Scheme = (typeof SCHEMES)[number];

/** Takes the pictures of the README from the running app: every view, wide and narrow, dark and light. */
async function takePictures(): Promise<void> {
	await mkdir(out, { recursive: true });
	const simulator = await startSimulatorProcess(0);
	const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
	const browser = await chromium.launch({
		executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
	});
	try {
		for (const size of Object.keys(SIZES) as Size[])
			for (const scheme of SCHEMES) await takeViews(browser, bridge.url, size, scheme);
	} finally {
		await browser.close();
		await bridge.close();
		await simulator.kill();
	}
}

async function takeViews(browser: Browser, url: string, size: Size, scheme: Scheme): Promise<void> {
	const context = await browser.newContext({
		viewport: SIZES[size],
		colorScheme: scheme,
		hasTouch: size === "phone",
		isMobile: size === "phone",
	});
	const app = new GpioscopePage(await context.newPage());
	await app.open(url);
	await app.page.waitForFunction((enough) => {
		const { firstTime, endTime } = window.__gpioscope.captureStore.getState();
		return endTime - firstTime > enough;
	}, ENOUGH);
	for (const view of ["Scope", "Pins", "Waves"] as const) {
		await app.show(view);
		await app.settled();
		const file = `${view.toLowerCase()}-${size}-${scheme}.png`;
		await app.page.screenshot({ path: `${out}${file}` });
		process.stdout.write(`${file}\n`);
	}
	if (app.errors.length > 0) throw new Error(`The page reported: ${app.errors.join("; ")}`);
	await context.close();
}

await takePictures();
