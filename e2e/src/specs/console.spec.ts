import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";

// Nothing is wired to GPIO 21; it is an input again at the end.
const GPIO = 21;

const field = (page: Page) => page.getByRole("combobox", { name: "Commands, as pigs takes them" });
const answers = (page: Page) => page.getByRole("log", { name: "Commands and answers" });
const logRows = (page: Page) =>
	page.getByRole("listbox", { name: /^Commands that were run/ }).getByRole("option");

async function send(page: Page, line: string): Promise<void> {
	await field(page).fill(line);
	await field(page).press("Enter");
}

test("commands are completed, explained, refused before they are sent, and answered in words", async ({
	app,
}) => {
	const { page } = app;
	await app.show("Console");
	const inspector = page.getByRole("complementary", { name: "Inspector" });

	await field(page).fill("glitch");
	const proposed = page.getByRole("listbox", { name: "What may be typed" });
	await expect(proposed.getByRole("option", { name: /^fg/ })).toHaveAttribute("aria-selected", "true");
	await field(page).press("Tab");
	await expect(field(page)).toHaveValue("fg ");
	await expect(inspector).toContainText("a whole number from 0 to 31");
	await field(page).pressSequentially(`${GPIO} `);
	await expect(inspector.locator("[data-current]")).toContainText("from 0 to 300000 µs");

	// Looking needs no arming, acting does; what is wrong is said without sending anything.
	await send(page, `r ${GPIO} pigpv`);
	await expect(answers(page)).toContainText(/pigpv\s*79/);
	await send(page, `w ${GPIO} 1`);
	await expect(page.getByRole("alert")).toContainText("View only");
	await page.getByRole("alert").getByRole("button", { name: "Arm" }).click();
	await field(page).press("Enter");
	await expect(answers(page)).toContainText(/w 21 1\s*done/);
	await send(page, `servo ${GPIO} 3000`);
	await expect(page.getByRole("alert")).toContainText("0 or a whole number from 500 to 2500 µs");
	await send(page, `spic 31 m ${GPIO} r mg ${GPIO}`);
	await expect(answers(page)).toContainText("(PI_BAD_HANDLE)");
	await expect(answers(page)).toContainText("Open it again");
	await expect(answers(page)).toContainText(/mg 21\s*0 \(input\)/);

	// What was sent before comes back, also after a reload.
	await field(page).press("ArrowUp");
	await field(page).press("ArrowUp");
	await expect(field(page)).toHaveValue(`w ${GPIO} 1`);
	await page.reload();
	await app.waitUntilLive();
	await app.show("Console");
	await field(page).press("ArrowUp");
	await expect(field(page)).toHaveValue(`spic 31 m ${GPIO} r mg ${GPIO}`);
});

test("a stretch of the log is saved as a program, and a line as curl does the same", async ({
	app,
	bridge,
}) => {
	const { page } = app;
	await app.show("Console");
	await app.arm();
	await send(page, `w ${GPIO} 1 i2co 1 0x48 0`);
	await expect(answers(page)).toContainText(/I²C handle \d+/);
	const handle = /I²C handle (\d+)/.exec((await answers(page).textContent()) ?? "")?.[1];
	await send(page, `i2crb ${handle} 1 spic 31 i2cc ${handle}`);
	await page.getByRole("tab", { name: /^Log/ }).click();
	await expect(logRows(page).first()).toContainText(`i2cc ${handle}`);

	const find = page.getByRole("textbox", { name: "Find in the log" });
	await page.getByRole("checkbox", { name: "Errors only" }).check();
	await expect(logRows(page)).toHaveCount(1);
	await expect(logRows(page)).toContainText("PI_BAD_HANDLE");
	await page.getByRole("checkbox", { name: "Errors only" }).uncheck();
	await find.fill("nothing of that kind");
	await page.getByRole("button", { name: "Show all" }).click();

	// From the newest one down to the first of these, by keys.
	await page.getByRole("listbox", { name: /^Commands that were run/ }).focus();
	await page.keyboard.press("Home");
	for (let step = 0; step < 4; step++) await page.keyboard.press("Shift+ArrowDown");
	await expect(page.getByRole("button", { name: "Copy 5 lines" })).toBeVisible();
	await page.getByRole("region", { name: "Tables" }).getByRole("radio", { name: "Python" }).click();
	const saving = page.waitForEvent("download");
	await page.getByRole("button", { name: "Save as script" }).click();
	const download = await saving;
	expect(download.suggestedFilename()).toBe("gpioscope-log.py");
	expect(readFileSync(await download.path(), "utf8").split("\n")).toEqual([
		"import pigpio",
		"",
		"pi = pigpio.pi()",
		`pi.write(${GPIO}, 1)`,
		`i2c${handle} = pi.i2c_open(1, 72, 0)`,
		`print(pi.i2c_read_byte_data(i2c${handle}, 1))`,
		"# failed: spic 31: Unknown handle (PI_BAD_HANDLE).",
		`pi.i2c_close(i2c${handle})`,
		"pi.stop()",
		"",
	]);

	await field(page).fill(`r ${GPIO}`);
	const inspector = page.getByRole("complementary", { name: "Inspector" });
	await inspector.getByRole("radio", { name: "curl" }).click();
	const code = (await inspector.getByRole("figure", { name: /curl/ }).locator("pre").textContent()) ?? "";
	const token = new URL(bridge.url).hash.replace("#token=", "");
	expect(code).not.toContain(token);
	expect(await shell(code, token)).toBe('{"result":1}');
	await expect(logRows(page).first()).toContainText(/http.*r 21.*1 \(high\)/);
	await send(page, `m ${GPIO} r`);

	// The scope turns to when the chosen line was carried out; both clocks agree to much less than a second.
	await logRows(page)
		.filter({ hasText: `w ${GPIO} 1` })
		.first()
		.click();
	await page.getByRole("button", { name: "Show in scope" }).click();
	await expect(page).toHaveURL(/scope\?t=/);
	const [from = 0, to = 0] = (/t=([\d.]+)\.\.([\d.]+)/.exec(page.url())?.slice(1) ?? []).map(Number);
	expect(to - from).toBeGreaterThan(0);
	const near = (await app.edges(GPIO, from - 1e6)).filter(({ time }) => time < to + 1e6);
	expect(near.map(({ level }) => level)).toContain(1);
});

/** What a shell prints for a program that finds the token where it looks for it. */
async function shell(program: string, token: string): Promise<string> {
	const child = spawn("sh", ["-c", program], { env: { ...process.env, GPIOSCOPE_TOKEN: token } });
	let printed = "";
	for await (const chunk of child.stdout) printed += String(chunk);
	return printed;
}

for (const scheme of ["dark", "light"] as const)
	test(`console and log in ${scheme} have no violation that axe finds`, async ({ app }) => {
		const { page } = app;
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
		await app.show("Console");
		await send(page, "pigpv spir 31 4 hwver");
		await send(page, "pigpv hwver");
		await page.getByRole("tab", { name: /^Log/ }).click();
		await logRows(page).first().click();
		await field(page).fill("serv");
		await page.getByRole("listbox", { name: "What may be typed" }).waitFor();
		expect(await violationsOf(page)).toEqual([]);
		await field(page).fill("servo 12 ");
		expect(await violationsOf(page)).toEqual([]);
	});

test.describe("with a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test("a line is completed by touch and sent, and the log stands in its place", async ({ app }) => {
		const { page } = app;
		await app.show("Console");
		await field(page).fill("pigp");
		await page.getByRole("option", { name: /^pigpv/ }).tap();
		await page.getByRole("button", { name: "Send" }).tap();
		await expect(answers(page)).toContainText("79");
		await page.getByRole("button", { name: "Help and code" }).tap();
		const help = page.getByRole("dialog", { name: "Help and code" });
		await help.getByRole("radio", { name: "Python" }).tap();
		await expect(help.getByRole("figure", { name: /Python/ })).toContainText("pi.get_pigpio_version()");
		const close = help.getByRole("button", { name: "Close" });
		const language = help.getByRole("radio", { name: "C", exact: true });
		for (const target of [close, language, help.getByRole("button", { name: /^mg/ })])
			expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await close.tap();
		await page.getByRole("button", { name: "Log of all commands" }).tap();
		await expect(logRows(page).first()).toContainText("pigpv");
		for (const row of [logRows(page).first(), page.getByRole("button", { name: "Save as script" })]) {
			expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		}
	});
});
