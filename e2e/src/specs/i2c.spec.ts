import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@gpioscope/client";
import { violationsOf } from "../fixtures/axe.ts";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { I2cPage } from "../pages/I2cPage.ts";

test("a scan finds and names the devices of the bench, and one of them is read, understood and written", async ({
	app,
	simulator,
}) => {
	test.slow();
	await using program = connect({ host: "127.0.0.1", port: simulator.port });
	await program.connected();
	const foreign = await program.openI2c({ bus: 1, address: 0x48, flags: 0 });
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

	const code = page.getByRole("figure", { name: "Same in code: scan bus 1, pigs" });
	await expect(code).toContainText(/pigs i2co 1 72 0\s+pigs i2cwq/);

	await page.getByRole("button", { name: "Find others" }).click();
	const elsewhere = page.getByRole("region", { name: "Open elsewhere" });
	await expect(elsewhere.getByText(`I²C ${foreign}`, { exact: true })).toBeVisible();
	await elsewhere.getByRole("button", { name: "Free…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("checkbox", { name: `I²C ${foreign}`, exact: true }).check();
	await dialog.getByRole("button", { name: "Free 1" }).click();
	await expect(elsewhere.getByText(`I²C ${foreign}`, { exact: true })).toHaveCount(0);
	await expect(program.readI2cByte({ handle: foreign })).rejects.toThrow();

	await i2c.found("57").focus();
	await page.keyboard.press("ArrowRight");
	await expect(i2c.found("68")).toBeFocused();
	await page.keyboard.press("Enter");
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
	await expect(field).toHaveAccessibleDescription("00 to FF in hex");
	await field.fill("45");
	await field.press("Enter");
	await expect(i2c.register("Alarm 2 minutes")).toContainText("45 min");
	await expect(i2c.register("Alarm 2 minutes")).toHaveAttribute("data-changed", "true");

	await expect(page.getByRole("figure", { name: /^Same in code: write 68/ })).toContainText("pigs i2cz");

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
	await i2c.selectOther("68");
	await page.getByRole("button", { name: "More about this device" }).click();
	await page.getByRole("menuitemradio", { name: "DS3231 clock" }).click();
	await i2c.readAll();

	const value = i2c.form.getByRole("textbox", { name: "Value to write" });
	await value.press("Enter");
	await expect(value).toHaveAccessibleDescription(/00 to FF in hex/);
	await value.fill("100");
	await expect(i2c.form.getByRole("button", { name: "Write" })).toBeDisabled();
	await expect(value).toHaveAccessibleDescription(/00 to FF in hex/);

	// Nobody on the bench uses the alarms; their registers keep what is written.
	await i2c.access({ way: "Block", register: "07", value: "21 22 23 03", press: "Write" });
	await expect(i2c.register("Alarm 1 seconds")).toContainText("21 s");
	const answers = [
		[{ way: "Block", count: "4", press: "Read" }, "21 22 23 03"],
		[{ way: "Process call", value: "0201", press: "Write and read" }, "23 03"],
		[{ way: "Word, low byte first", press: "Read" }, "01 02"],
		[{ way: "Word, low byte first", value: "0403", press: "Write" }, "done"],
		[{ way: "Byte", register: "08", press: "Read" }, "04"],
		[{ way: "Byte", register: "09", value: "05", press: "Write" }, "done"],
		[{ way: "Byte, no register", value: "07", press: "Write" }, "done"],
		[{ way: "Byte, no register", press: "Read" }, "03"],
		[{ way: "Bytes, no register", value: "07 11 12", press: "Write" }, "done"],
		// The bench's own program leaves the clock at this register, too, whenever it reads the time.
		[{ way: "Byte, no register", value: "07", press: "Write" }, "done"],
		[{ way: "Bytes, no register", count: "2", press: "Read" }, "11 12"],
		// The Pi's driver answers a block process call with the length, and zeros.
		[{ way: "Block process call", register: "07", value: "01 02", press: "Write and read" }, "00 00 00"],
		[{ way: "Quick command", value: "0", press: "Write" }, "done"],
	] as const;
	for (const [access, answer] of answers) {
		await i2c.access(access);
		await expect(i2c.result).toContainText(answer);
	}
	await i2c.access({ way: "SMBus block", register: "0B", value: "24 25", press: "Write" });
	await expect(i2c.register("Alarm 2 minutes")).toContainText("02 min");
	await i2c.access({ way: "SMBus block", press: "Read" });
	await expect(page.getByRole("alert").filter({ hasText: "PI_BAD_SMBUS_CMD" })).toContainText(
		"The Pi's controller cannot do that.",
	);

	await page.getByRole("textbox", { name: "Bytes to write" }).fill("zz");
	await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
	await expect(page.getByText('"zz" is no byte. Bytes are 00 to FF.')).toBeVisible();
	await page.getByRole("textbox", { name: "Bytes to write" }).fill("00");

	await i2c.selectOther("30");
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
	await expect(page.getByRole("button", { name: "Read all" })).toBeDisabled();
	await page.getByRole("button", { name: "It is a 24C32" }).click();
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
