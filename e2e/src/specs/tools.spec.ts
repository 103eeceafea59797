import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/toolsTest.ts";
import { ConsolePage } from "../pages/ConsolePage.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";

const SCHEMES = ["dark", "light"] as const;

test("an event that one page triggers is counted and listed on another", async ({ app, whole, browser }) => {
	const other = new GpioscopePage(await browser.newPage());
	await other.open(whole.url);
	await other.show("Console");
	const seen = new ConsolePage(other.page);
	await seen.turnTo("Events");
	await app.show("Console");
	const page = new ConsolePage(app.page);
	await page.turnTo("Events");
	await expect(page.event(12)).toBeDisabled();
	await app.page.getByRole("main").getByRole("button", { name: "Arm" }).click();
	await expect(page.event(29)).toBeDisabled();

	await page.event(12).click();
	await expect(seen.event(12)).toHaveAccessibleName("Trigger event 12, came once");
	await page.event(12).click();
	await page.event(14).click();
	await expect(seen.event(12)).toHaveAccessibleName("Trigger event 12, came 2 times");
	const rows = other.page.getByRole("region", { name: "List of events" }).getByRole("row");
	await expect(rows.nth(1)).toContainText("Event 14");
	await rows.nth(1).getByRole("button", { name: "Event 14" }).click();
	await expect(rows.filter({ hasText: "Event 12" })).toHaveCount(0);
	await other.page.getByRole("button", { name: "All events" }).click();
	await expect(rows.filter({ hasText: "Event 12" })).toHaveCount(2);
	await rows.nth(1).getByTitle("Show in scope").click();
	await expect(other.page.getByRole("application", { name: "Traces" })).toBeVisible();
	await expect(other.page).toHaveURL(/scope\?t=/);
	expect(other.errors).toEqual([]);
	await other.page.close();
});

test("files are listed, read, changed, added to and told why they cannot be", async ({ app, pi }, {
	retry,
	repeatEachIndex,
}) => {
	const made = `made${retry}-${repeatEachIndex}.txt`;
	await app.arm();
	await app.show("Console");
	const page = new ConsolePage(app.page);
	await page.turnTo("Files");

	await page.pattern.fill("/home/*");
	await expect(app.page.getByText("At least two names deep")).toBeVisible();
	await page.list("/home/pi/*");
	await page.entry("my notes.txt").click();
	await expect(app.page.getByRole("textbox", { name: "Text of my notes.txt" })).toHaveValue("with a blank\n");
	const inspector = app.page.getByRole("complementary", { name: "Inspector" });
	await inspector.getByRole("radio", { name: "Python" }).click();
	await expect(inspector.getByRole("figure", { name: /Python/ })).toContainText(
		'pi.file_open("/home/pi/my notes.txt", 1)',
	);
	await page.entry(/^notes.txt/).click();
	const text = app.page.getByRole("textbox", { name: "Text of notes.txt" });
	await expect(text).toHaveValue("read only\n");
	await text.fill("changed\n");
	await app.page.getByRole("button", { name: "Write the file" }).click();
	await expect(page.opened.getByRole("alert")).toContainText("PI_NO_FILE_ACCESS");
	await expect(page.opened.getByRole("alert")).toContainText('"/home/pi/* u" in /opt/pigpio/access');
	await app.page.getByRole("button", { name: "Back to the file" }).click();
	await app.page.getByRole("button", { name: "Drop the changes" }).click();
	await expect(text).toHaveValue("read only\n");

	await page.entry("shared").click();
	await expect(page.entry("logs")).toBeVisible();
	await app.page.getByRole("button", { name: "New", exact: true }).click();
	await app.page.getByRole("textbox", { name: "Path of the new file" }).fill(`/home/pi/shared/${made}`);
	await app.page.getByRole("button", { name: "Make it" }).click();
	const own = app.page.getByRole("textbox", { name: `Text of ${made}` });
	await own.fill("µ first\n");
	await app.page.getByRole("button", { name: "Write the file" }).click();
	await expect(app.page.getByText("not written yet")).toHaveCount(0);
	await expect(own).toHaveValue("µ first\n");
	expect(await readFile(join(pi, "home/pi/shared", made), "utf8")).toBe("µ first\n");

	await app.page.getByRole("button", { name: "Upload", exact: true }).click();
	const form = app.page.getByRole("dialog", { name: "Upload a file" });
	await form.locator("input[type=file]").setInputFiles({
		name: made,
		mimeType: "text/plain",
		buffer: Buffer.from([0x41, 0x00, 0xff]),
	});
	await form.getByRole("radio", { name: "Add at the end" }).click();
	await expect(form.getByRole("button", { name: `Add to ${made}` })).toBeEnabled();
	await form.getByRole("textbox", { name: "Path on the Pi" }).press("Enter");
	const bytes = app.page.getByRole("region", { name: `Bytes of ${made}` });
	await expect(bytes).toContainText("C2 B5 20 66 69 72 73 74 0A 41 00 FF");
	const download = app.page.waitForEvent("download");
	await app.page.getByRole("button", { name: "Download" }).click();
	expect((await readFile(await (await download).path())).subarray(-3)).toEqual(Buffer.from([0x41, 0, 0xff]));
	await expect(bytes).toBeVisible();
});

test("programs and custom functions are run, and their outcome is told in words", async ({ app }) => {
	await app.arm();
	await app.show("Console");
	const page = new ConsolePage(app.page);
	await page.turnTo("Shell");
	await page.runProgram("../three");
	await expect(app.page.getByText("Letters, digits, - and _ only")).toBeVisible();
	await expect(page.runs.getByRole("listitem")).toHaveCount(0);
	for (const [name, outcome] of [
		["well", "done (exit code 0)"],
		["three", "exit code 3"],
		["gone", "there is no /opt/pigpio/cgi/gone"],
	] as const) {
		await page.runProgram(name);
		await expect(page.runs.getByRole("listitem").first()).toContainText(outcome);
	}
	const second = app.page.getByRole("textbox", { name: "Custom function 2, further arguments as text" });
	await second.fill("Hello");
	await app.page.getByRole("button", { name: "Call function 2" }).click();
	await expect(page.runs.getByRole("listitem").first()).toContainText("olleH");
	await app.page.getByRole("textbox", { name: "Custom function 1, second argument" }).fill("7");
	await app.page.getByRole("button", { name: "Call function 1" }).click();
	await expect(page.runs.getByRole("listitem").first()).toContainText("7 (0x7)");
});

test("the Pi is an I2C slave: takes what a master writes, gives what it may read, and ends", async ({
	app,
}) => {
	await app.arm();
	await app.show("Buses");
	const { page } = app;
	await page.getByRole("radio", { name: "Slave" }).click();
	const word = page.getByRole("textbox", { name: "Control word" });
	await expect(word).toHaveValue("0x130305");
	await page.getByRole("switch", { name: /^Enable/ }).click({ force: true });
	await expect(page.getByText("stays silent")).toBeVisible();
	await expect(page.getByRole("button", { name: "Start" })).toBeDisabled();
	await page.getByRole("switch", { name: /^Enable/ }).click({ force: true });
	await page.getByRole("button", { name: "Start" }).click();
	await expect(page.getByText("I²C slave", { exact: true })).toBeVisible();
	const received = page.getByRole("region", { name: "Received" });
	await expect(received.getByRole("listitem").first()).toContainText("74 3F");
	// As many as the FIFO has room for are taken; the others wait until the master has read.
	await page.getByRole("textbox", { name: "Bytes to send as text" }).fill("0123456789abcdefghij");
	await page.getByRole("button", { name: "Give" }).click();
	await expect(page.getByText("20 given since the start")).toBeVisible();
	await page.getByRole("button", { name: "Stop" }).click();
	await expect(page.getByText("off", { exact: true })).toBeVisible();
	await expect.poll(() => app.call("getMode", { gpio: 18 })).toBe(0);
});

for (const scheme of SCHEMES)
	test(`the tools in ${scheme} have no violation that axe finds`, async ({ app }) => {
		test.slow();
		const { page } = app;
		await page.emulateMedia({ colorScheme: scheme });
		await app.arm();
		await app.show("Console");
		const tools = new ConsolePage(page);
		await tools.turnTo("Events");
		await tools.event(3).click();
		await expect(page.getByRole("region", { name: "List of events" })).toBeVisible();
		expect.soft(await violationsOf(page, "main, aside"), "events").toEqual([]);
		await tools.turnTo("Files");
		await tools.list("/home/pi/*");
		await tools.entry(/^notes.txt/).click();
		await expect(page.getByRole("textbox", { name: "Text of notes.txt" })).toBeVisible();
		expect.soft(await violationsOf(page, "main, aside"), "files").toEqual([]);
		await page.getByRole("radio", { name: "Bytes" }).click();
		expect.soft(await violationsOf(page, "main"), "bytes").toEqual([]);
		await tools.turnTo("Shell");
		await tools.runProgram("gone");
		await expect(tools.runs.getByRole("listitem").first()).toContainText("not found");
		expect.soft(await violationsOf(page, "main, aside"), "shell").toEqual([]);
		await app.show("Buses");
		await page.getByRole("radio", { name: "Slave" }).click();
		expect.soft(await violationsOf(page, "main, aside"), "slave").toEqual([]);
	});
