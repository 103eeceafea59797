import { expect, test } from "../fixtures/filesTest.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 26;

/** Ten periods of a clock of 100 µs on channel 0. */
const clock = {
	name: "clock.vcd",
	text: [
		"$timescale 1 us $end",
		"$var wire 1 ! CLK $end",
		"$enddefinitions $end",
		"#0 0!",
		...Array.from({ length: 20 }, (_, index) => `#${(index + 1) * 50} ${(index + 1) % 2}!`),
		"#2000",
		"",
	].join("\n"),
};

test("hits while the tab is hidden are counted in its title, and told where that was asked for", async ({
	app,
}) => {
	const { page } = app;
	const triggers = new TriggerPanel(page);
	await page.evaluate(() => {
		const told: string[] = [];
		class FakeNotification {
			static permission: NotificationPermission = "default";
			static async requestPermission(): Promise<NotificationPermission> {
				FakeNotification.permission = "granted";
				return "granted";
			}
			constructor(title: string, { body = "" }: NotificationOptions = {}) {
				told.push(`${title}: ${body}`);
			}
			close(): void {}
		}
		Object.assign(window, { Notification: FakeNotification, told });
	});
	const told = () => page.evaluate(() => (window as unknown as { told: readonly string[] }).told);
	const hide = (isHidden: boolean) =>
		page.evaluate((hidden) => {
			Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
			document.dispatchEvent(new Event("visibilitychange"));
		}, isHidden);
	const pulse = () => app.call("trigger", { gpio: GPIO, length: 40, level: 1 });
	await app.call("write", { gpio: GPIO, level: 0 });
	await triggers.add("Pulse width");
	await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption(String(GPIO));
	await triggers.fill("Least width", "30us");
	await triggers.dialog.getByRole("radio", { name: "Count" }).click();
	await triggers.switchOf(1).click({ force: true });
	await expect(triggers.button).toHaveText("T1 armed");
	await triggers.dialog.getByRole("button", { name: "All triggers" }).click();
	const counts = triggers.dialog.getByTitle("Hits of trigger 1");
	await pulse();
	await expect(counts).toHaveText("1");

	const title = await page.title();
	await hide(true);
	for (const count of [1, 2]) {
		await pulse();
		await expect(page).toHaveTitle(`(${count}) ${title}`);
	}
	await hide(false);
	await expect(page).toHaveTitle(title);
	expect(await told()).toEqual([]);

	const notice = triggers.dialog.getByRole("switch", { name: /^Notify me of hits/ });
	await expect(notice).not.toBeChecked();
	await notice.click({ force: true });
	await expect(notice).toBeChecked();
	await pulse();
	await expect(counts).toHaveText("4");
	await hide(true);
	for (const count of [1, 2]) {
		await pulse();
		await expect(page).toHaveTitle(`(${count}) ${title}`);
	}
	expect(await told()).toEqual([
		expect.stringMatching(`^Trigger 1 was hit: GPIO ${GPIO} high pulse ≥ 30.µs$`),
	]);
	await hide(false);
});

test("triggers are looked for in an opened file, too: counted, marked, and stepped through by keys", async ({
	files,
	app,
}) => {
	const { page } = app;
	const triggers = new TriggerPanel(page);
	await triggers.add("Pulse width");
	await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption("0");
	await triggers.fill("Least width", "40us");
	await page.keyboard.press("Escape");
	await expect(triggers.dialog).toBeHidden();
	await files.choose(clock);
	await files.waitForFile("clock.vcd");
	await triggers.button.click();
	await expect(triggers.dialog.getByTitle("Hits of trigger 1")).toHaveText("10");
	await expect(triggers.dialog.getByText(/are of clock\.vcd/)).toBeVisible();
	await triggers.dialog.getByRole("button", { name: "More for trigger 1" }).click();
	await page.getByRole("menuitem", { name: "Show its last hit" }).click();
	const blue = page.getByTestId("blue-time");
	await expect(blue).toHaveText(/^1\.000\sms/);
	await page.keyboard.press("Escape");
	await expect(triggers.dialog).toBeHidden();
	await page.getByRole("application", { name: "Traces" }).focus();
	for (const [key, time] of [
		["[", /^900/],
		["[", /^800/],
		["]", /^900/],
	] as const) {
		await page.keyboard.press(key);
		await expect(blue).toHaveText(time);
	}
});
