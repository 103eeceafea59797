import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violationsOf } from "../fixtures/axe.ts";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { I2cPage } from "../pages/I2cPage.ts";

test("a scan finds and names the devices of the bench, and one of them is read, understood and written", async ({
	app,
}) => {
	test.slow();
	const { page } = app;
	const i2c = new I2cPage(page);
	await app.show("Buses");
	await expect(page.getByText("View only. Arm to use the bus.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Scan", exact: true })).toBeDisabled();
	await app.arm();
	await i2c.scan();
	await expect(page.getByText(/^112 addresses, 5 answered/)).toBeVisible();
	for (const [address, name] of Object.entries({
		"3C": "SSD1306",
		"48": "LM75",
		"57": "24C32",
		"68": "DS3231",
		"76": "BME280",
	}))
		await expect(i2c.found(address)).toHaveAccessibleName(new RegExp(name));

	await i2c.select("68");
	await page.getByRole("button", { name: "Open 68" }).click();
	await expect(page.getByText(/^handle \d+, opened by you/)).toBeVisible();
	await i2c.readAll();
	await expect(i2c.register("Year")).toContainText(/20\d\d/);
	await expect(i2c.register("Control")).toContainText("INT on alarm");

	// The alarm of minutes is used by nobody on the bench.
	await page.getByRole("button", { name: /^Change Alarm 2 minutes/ }).click();
	const field = page.getByRole("textbox", { name: "New value of 0B in hex" });
	await field.fill("1FF");
	await field.press("Enter");
	await expect(field).toHaveAttribute("aria-invalid", "true");
	await field.fill("45");
	await field.press("Enter");
	await expect(i2c.register("Alarm 2 minutes")).toContainText("45 min");
	await expect(i2c.register("Alarm 2 minutes")).toHaveAttribute("data-changed", "true");

	await i2c.example("Read date and time");
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await expect(page.getByText(/^7 bytes, /)).toBeVisible();
	await expect(page.getByText(/day \d of the week/).last()).toBeVisible();
	await page.getByRole("button", { name: "Open in scope" }).click();
	await expect(page.getByRole("application", { name: "Traces" })).toBeVisible();
	await expect(page).toHaveURL(/t=[\d.]+\.\.[\d.]+/);
});

test("registers are read and written in every way, each wrong input is told first, and a silent address afterwards", async ({
	app,
}) => {
	test.slow();
	const { page } = app;
	const i2c = new I2cPage(page);
	await app.arm();
	await app.show("Buses");
	const address = page.getByRole("textbox", { name: "Other address" });
	await address.fill("48");
	await address.press("Enter");
	await page.getByRole("button", { name: "Show", exact: true }).click();
	await page.getByRole("button", { name: "More about this device" }).click();
	await page.getByRole("menuitem", { name: "LM75 thermometer" }).click();
	await i2c.readAll();
	await expect(i2c.register("Overtemperature")).toContainText("°C");

	const ways = page.getByRole("combobox", { name: "Way of access" });
	const value = page.getByRole("textbox", { name: "Value to write" });
	const register = page.getByRole("textbox", { name: "Register", exact: true });
	const form = page.getByRole("form", { name: "Read or write by hand" });
	const pick = async (way: string): Promise<void> => {
		await ways.click();
		await page.getByRole("option", { name: way, exact: true }).click();
	};
	await value.fill("100");
	await expect(form.getByRole("button", { name: "Write" })).toBeDisabled();
	await expect(form.getByText(/00 to FF in hex/)).toBeVisible();
	await pick("Block");
	await register.fill("2");
	await register.press("Enter");
	await value.fill("4B 00");
	await form.getByRole("button", { name: "Write" }).click();
	await expect(i2c.register("Hysteresis")).toContainText("75.0 °C");
	await pick("Word, low byte first");
	await form.getByRole("button", { name: "Read" }).click();
	await expect(page.getByRole("paragraph").filter({ hasText: "4B 00" })).toBeVisible();
	await pick("SMBus block");
	await form.getByRole("button", { name: "Read" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "PI_BAD_SMBUS_CMD" })).toContainText(
		"The Pi's controller cannot do that.",
	);
	for (const way of ["Byte, no register", "Byte"]) {
		await pick(way);
		await form.getByRole("button", { name: "Read" }).click();
		await expect(page.getByRole("alert").filter({ hasText: "PI_" })).toHaveCount(0);
	}

	await page.getByRole("textbox", { name: "Bytes to write" }).fill("zz");
	await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
	await expect(page.getByText('"zz" is no byte. Bytes are 00 to FF.')).toBeVisible();
	await page.getByRole("textbox", { name: "Bytes to write" }).fill("00");

	await address.fill("30");
	await address.press("Enter");
	await page.getByRole("button", { name: "Show", exact: true }).click();
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await expect(page.getByRole("alert").filter({ hasText: "PI_BAD_I2C_SEG" })).toContainText(
		"Nobody acknowledged.",
	);
});

test("a memory is dumped, written by place and compared with what it held", async ({ app }) => {
	test.slow();
	const { page } = app;
	const i2c = new I2cPage(page);
	await app.arm();
	await app.show("Buses");
	await i2c.scan();
	await i2c.select("57");
	await i2c.readAll();
	await expect(page.getByRole("row", { name: /^0000/ })).toContainText("gpioscope");
	await i2c.show(/Compare/);
	await page.getByRole("button", { name: "Keep this reading" }).click();
	await i2c.show(/Bytes/);
	const place = page.getByRole("textbox", { name: "Place in the memory" });
	await place.fill("01FE");
	await place.press("Enter");
	const value = page.getByRole("textbox", { name: "Value to write" });
	await value.fill("01 02 03");
	await expect(page.getByText("1 to 2 bytes: there the page ends")).toBeVisible();
	await value.fill("48 69");
	await value.press("Enter");
	await expect(page.getByRole("row", { name: /^01F0/ })).toContainText("Hi");
	await i2c.show(/Compare/);
	await expect(page.getByText("2 places differ")).toBeVisible();
});

test("the same works on two GPIOs that pigpiod moves itself, once they are taken", async ({ page }) => {
	test.slow();
	const folder = await mkdtemp(join(tmpdir(), "gpioscope-i2c-"));
	const bench = join(folder, "bench.json");
	const devices = [{ kind: "lm75", name: "Outside", pins: { sda: 23, scl: 24 }, options: { celsius: 21 } }];
	await writeFile(bench, JSON.stringify({ name: "Two free pins", devices }));
	const own = await startBridgeProcess(["--simulate", "--bench", bench]);
	try {
		const app = new GpioscopePage(page);
		await page.goto(own.url);
		await app.show("Buses");
		await app.arm();
		const i2c = new I2cPage(page);
		await page.getByRole("button", { name: "Bus 1, GPIO 2 and 3" }).click();
		await page.getByRole("radio", { name: "Bit-bang" }).click();
		await page.keyboard.press("Escape");
		await expect(page.getByRole("button", { name: "Scan", exact: true })).toBeDisabled();
		await page.getByRole("button", { name: "Take them" }).click();
		await i2c.scan();
		await expect(page.getByText(/^112 addresses, 1 answered/)).toBeVisible();
		await expect(i2c.found("48")).toHaveAccessibleName(/LM75/);
		await i2c.readAll();
		await expect(i2c.register("Temperature")).toContainText(/2[01]\.\d °C/);
		await expect(page.getByText(/^Clock measured/)).toContainText(/kHz/);
		expect(await violationsOf(page)).toEqual([]);
		await page.getByRole("button", { name: "Release all" }).click();
		await expect(page.getByRole("button", { name: "Take them" })).toBeVisible();
		expect(app.errors).toEqual([]);
	} finally {
		await own.close();
		await rm(folder, { recursive: true });
	}
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	for (const scheme of ["dark", "light"] as const)
		test(`I²C in ${scheme} is one column without a violation that axe finds`, async ({ app }) => {
			const { page } = app;
			await page.emulateMedia({ colorScheme: scheme });
			await app.show("Buses");
			await page.getByRole("button", { name: /Arm this page/ }).tap();
			const i2c = new I2cPage(page);
			await i2c.scan();
			await i2c.select("48");
			await i2c.readAll();
			await expect(i2c.register("Hysteresis")).toContainText("°C");
			expect(await violationsOf(page)).toEqual([]);
		});
});
