import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { LinesPage } from "../pages/LinesPage.ts";

/** Nothing on the default bench uses it. */
const FREE = 24;

test("bytes go over SPI, their answer stands below them, and release all is seen to close it", async ({
	app,
}) => {
	// Whoever had the lines of SPI 0 before left some of them outputs, and the page would ask first.
	for (const gpio of [7, 8, 9, 10, 11]) await app.call("setMode", { gpio, mode: 0 });
	const lines = await LinesPage.open(app, "SPI");
	const { page } = app;
	await expect(page.getByText("View only. Arm to send bytes over SPI.")).toBeVisible();
	await expect(lines.button("Transfer")).toBeDisabled();
	await app.arm();

	await lines.field("Bytes to send in hex").fill("01 80 0zz");
	await expect(page.getByText('"0zz" is no byte. Bytes are 00 to FF.')).toBeVisible();
	await expect(lines.button("Transfer")).toBeDisabled();
	await lines.type("Speed", "1 GHz");
	await expect(page.getByText(/^32.kHz to 125.MHz$/)).toHaveCount(2);
	await lines.field("Speed").press("Escape");

	await lines.field("Bytes to send as text").fill("\\x01\\x80\\x00");
	await expect(lines.field("Bytes to send in hex")).toHaveValue("01 80 00");
	await expect(lines.button("Transfer")).toBeEnabled();
	await lines.field("Bytes to send in hex").press("Control+Enter");
	// The bench's converter has half its reference on channel 0.
	await expect(lines.answer).toContainText(/An MCP3008 says: channel 0 is 5\d\d of 1023/);
	await expect(page.getByText(/^Open, handle \d+$/)).toBeVisible();
	await expect(page.getByText(/pigs spix \d+ 1 128 0/)).toBeVisible();

	await page.getByRole("button", { name: "Release all" }).click();
	await expect(page.getByText("Closed", { exact: true })).toBeVisible();

	await lines.button("Repeat").click();
	const rounds = page.getByRole("region", { name: "Earlier" }).getByRole("listitem");
	await expect(rounds.nth(2)).toBeVisible();
	await lines.button("Stop").click();
	await lines.button("Open in scope").click();
	await expect(page.getByRole("main", { name: "Scope" })).toBeVisible();
	await app.show("Buses");
	await lines.button("Close").click();
	await expect(page.getByText("Closed", { exact: true })).toBeVisible();
});

test("SPI on any pins talks to the same device, and reads and writes go without an answer", async ({
	app,
}) => {
	await app.arm();
	const lines = await LinesPage.open(app, "SPI");
	await lines.pick("SPI controller", "Any pins");
	for (const [line, gpio] of [
		["CS", 8],
		["SCLK", 11],
		["MOSI", 10],
		["MISO", 9],
	] as const)
		await lines.type(`GPIO of ${line}`, `${gpio}`);
	await lines.button("Transfer").click();
	await expect(lines.answer).toContainText(/An MCP3008 says: channel 0 is 5\d\d of 1023/);
	await lines.type("GPIO of CS", "11");
	await expect(app.page.getByText("must be four different GPIOs")).toBeVisible();
	await lines.type("GPIO of CS", "8");
	await lines.button("Close").click();

	await lines.pick("SPI controller", "Auxiliary");
	await lines.pick("Channel", "CE2, GPIO 16");
	await lines.pick("Clock mode", "Mode 2");
	await app.page.getByRole("checkbox", { name: "CE0 active high" }).check({ force: true });
	await app.page.getByRole("checkbox", { name: "Leave GPIO 17 of CE1 alone" }).check({ force: true });
	await lines.type("Bits of a word", "16");
	await lines.field("Bytes to send in hex").fill("01 80 00");
	await expect(app.page.getByText("3 bytes are not whole words")).toBeVisible();
	await lines.field("Bytes to send in hex").fill("01 80");
	await lines.button("Transfer").click();
	// Its lines drive the fan and others on this bench.
	await app.page.getByRole("button", { name: "Take them" }).click();
	await expect(app.page.getByText(/^Auxiliary CE2, GPIO 16 · mode 2/)).toBeVisible();
	await lines.button("Close").click();

	await lines.pick("SPI controller", "Main");
	await lines.pick("What to do with the bytes", "Write");
	await lines.button("Write").click();
	await expect(lines.answer).toContainText("Written");
	await lines.pick("What to do with the bytes", "Read");
	await lines.type("Bytes to read", "2");
	await lines.button("Read").click();
	await expect(lines.answer).toContainText("2 bytes");
	await lines.button("Close").click();
	await expect(app.page.getByText("Closed", { exact: true })).toBeVisible();
	const logged = await lines.logged();
	for (const command of [
		/^bspio 8 9 10 11 20000 0$/,
		/^bspix 8 1 128 0$/,
		/^bspic 8$/,
		/^spio 2 1000000 0x100146$/,
		/^spix \d+ 1 128$/,
		// What was said of the selects of one controller means nothing to another.
		/^spio 0 1000000 2$/,
		/^spiw /,
		/^spir \d+ 2$/,
	])
		expect(logged).toContainEqual(expect.stringMatching(command));
});

test("a serial port is read and written in a terminal, and listening does not fill the log", async ({
	app,
}) => {
	await app.arm();
	const lines = await LinesPage.open(app, "Serial");
	const { page } = app;
	await lines.button("Guess from the trace").click();
	await expect(page.getByText("9600 8N1")).toBeVisible();
	await page.getByRole("combobox", { name: "Device" }).fill("serial0");
	await expect(page.getByText("A device begins with /dev/tty or /dev/serial")).toBeVisible();
	await page.getByRole("combobox", { name: "Device" }).fill("/dev/ttyUSB7");
	await page.keyboard.press("Escape");
	await lines.button("Open").click();
	await expect(page.getByRole("alert")).toContainText("PI_SER_OPEN_FAILED");
	await page.getByRole("combobox", { name: "Device" }).fill("/dev/serial0");
	await page.keyboard.press("Escape");
	await lines.button("Open").click();
	await expect(lines.terminal).toContainText("$GPGGA");
	await lines.field("Line to send").fill("Hello");
	await lines.field("Line to send").press("Enter");
	await expect(lines.terminal).toContainText("Hello");
	await lines.field("Line to send").press("ArrowUp");
	await expect(lines.field("Line to send")).toHaveValue("Hello");

	await lines.button("Log to a file").click();
	await page.getByRole("menuitem", { name: "Both directions, with times" }).click();
	await expect(page.getByRole("button", { name: /^Save log, [^0]/ })).toBeVisible();
	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: /^Save log/ }).click();
	expect((await download).suggestedFilename()).toBe("serial.log");

	await lines.pick("Show as", "Hex");
	await expect(lines.terminal).toContainText("24 47 50 47 47 41");
	await lines.button("Close").click();
	await expect(lines.button("Open")).toBeVisible();

	const trace = await lines.showTrace();
	await expect(trace).toHaveAccessibleName(/RX on GPIO 15, TX on GPIO 14/);
	await lines.pick("Live trace shows", "Last activity");
	// A sentence of the receiver has hundreds of bits; the grid alone has not.
	await expect.poll(() => lines.edgesDrawn(trace)).toBeGreaterThan(200);
	const reads = (await lines.logged()).filter((entry) => entry.startsWith("serr "));
	// It asked twenty times a second; what is logged brought something.
	expect(reads.length).toBeLessThan(60);
	await page.getByRole("button", { name: "Open in scope" }).click();
	await expect(page.getByRole("option", { name: /GPIO 15/ })).toHaveAttribute("aria-selected", "true");
	await expect(page).toHaveURL(/\/scope\?t=/);
});

for (const inverted of [false, true])
	test(`characters come back on the GPIO they are sent on${inverted ? ", inverted and with parity" : ""}`, async ({
		app,
	}) => {
		await app.arm();
		const lines = await LinesPage.open(app, "Serial");
		const { page } = app;
		await lines.pick("Kind of serial line", "Any pins");
		await page.getByRole("switch", { name: "Send on" }).click({ force: true });
		await lines.type("GPIO to receive on", `${FREE}`);
		await lines.type("GPIO to send on", `${FREE}`);
		await lines.type("Speed", "4800");
		if (inverted) {
			await lines.pick("Parity", "Even");
			await page.getByRole("switch", { name: "Inverted" }).click({ force: true });
		}
		await lines.button("Open").click();
		await expect(page.getByText(inverted ? "4800 8E1 inverted" : "4800 8N1")).toBeVisible();
		await lines.field("Line to send").fill("over the wire and back");
		await lines.field("Line to send").press("Enter");
		await expect(lines.terminal.getByText("over the wire and back")).toHaveCount(2);
		await expect(page.getByText("with wrong parity")).toHaveCount(0);
		await lines.button("Close").click();
		await expect(lines.button("Open")).toBeVisible();
	});

for (const colorScheme of ["dark", "light"] as const)
	test(`SPI and serial lines in ${colorScheme} have no violation that axe finds`, async ({ app }) => {
		await app.page.emulateMedia({ colorScheme });
		await app.arm();
		const spi = await LinesPage.open(app, "SPI");
		await spi.button("Transfer").click();
		await expect(spi.answer).toBeVisible();
		expect(await violationsOf(app.page)).toEqual([]);
		await spi.button("Close").click();
		const serial = await LinesPage.open(app, "Serial");
		await serial.pick("Kind of serial line", "Any pins");
		await serial.button("Guess from the trace").click();
		await expect(app.page.getByText("9600 8N1")).toBeVisible();
		await expect(await serial.showTrace()).toBeVisible();
		expect(await violationsOf(app.page)).toEqual([]);
	});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test("SPI and serial lines are one column that is worked by thumb", async ({ app }) => {
		await app.page.getByRole("button", { name: "View only. Arm this page" }).tap();
		const spi = await LinesPage.open(app, "SPI");
		await spi.button("Transfer").tap();
		await expect(spi.answer).toContainText("MCP3008");
		await app.page.getByRole("radio", { name: "Mode 3" }).tap();
		await expect(app.page.getByRole("img", { name: /Timing of mode 3/ })).toBeVisible();
		await spi.button("Close").tap();
		const serial = await LinesPage.open(app, "Serial");
		await serial.button("Open").tap();
		await expect(serial.terminal).toContainText("$GPGGA");
		await serial.button("Close").tap();
		await app.page.getByRole("button", { name: "Live trace" }).tap();
		await expect(app.page.getByRole("application", { name: /^Live trace of RX/ })).toBeVisible();
		expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	});
});
