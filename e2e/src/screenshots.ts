import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { startBridgeProcess } from "./fixtures/bridgeProcess.ts";
import { GpioscopePage } from "./pages/GpioscopePage.ts";
import { I2cPage } from "./pages/I2cPage.ts";
import { PinsPage } from "./pages/PinsPage.ts";

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
	const bridge = await startBridgeProcess(["--simulate"]);
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
	}
}

/** What a person would do first in each view, so that a picture shows the view at work. */
const prepare = {
	/** Pauses, selects the servo, sets gold and lets blue follow the pointer over the encoder. */
	Scope: async ({ page }: GpioscopePage): Promise<void> => {
		await page.keyboard.press("Space");
		await page.getByRole("option", { name: /GPIO 12\b/ }).click();
		const box = await page.getByRole("application", { name: "Traces" }).boundingBox();
		if (box === null) throw new Error("The traces are not visible.");
		await page.mouse.click(box.x + box.width * 0.3, box.y + 220);
		await page.mouse.move(box.x + box.width * 0.55, box.y + 300, { steps: 4 });
		await page.getByText(/^Period \d/).waitFor();
	},
	/** Selects the fan, whose PWM the inspector shows. */
	Pins: ({ page }: GpioscopePage): Promise<void> => new PinsPage(page).select(18),
	Waves: (): Promise<void> => Promise.resolve(),
	/** Finds the devices and reads the clock. */
	Buses: async (app: GpioscopePage): Promise<void> => {
		const i2c = new I2cPage(app.page);
		await app.arm();
		await i2c.scan();
		await i2c.select("68");
		await app.page.getByRole("button", { name: "Open 68" }).click();
		await i2c.readAll();
	},
	Scripts: (): Promise<void> => Promise.resolve(),
	Console: async ({ page }: GpioscopePage): Promise<void> => {
		const line = page.getByRole("combobox", { name: "Commands, as pigs takes them" });
		for (const commands of ["pigpv hwver", "r 17 mg 18 gdc 18", "br1"]) {
			await line.fill(commands);
			await line.press("Enter");
		}
		await line.pressSequentially("servo 12 15");
	},
	Bench: (): Promise<void> => Promise.resolve(),
} as const;

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
	await app.page.getByRole("alert").waitFor({ state: "detached" });
	for (const view of Object.keys(prepare) as (keyof typeof prepare)[]) {
		await app.show(view);
		if (size === "desktop") await prepare[view](app);
		await app.settled();
		const file = `${view.toLowerCase()}-${size}-${scheme}.png`;
		await app.page.screenshot({ path: `${out}${file}` });
		process.stdout.write(`${file}\n`);
	}
	if (app.errors.length > 0) throw new Error(`The page reported: ${app.errors.join("; ")}`);
	await context.close();
}

await takePictures();
