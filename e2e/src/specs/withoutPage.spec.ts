import { connect } from "@gpioscope/client";
import { expect, test } from "../fixtures/test.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 14;
/** Another. */
const OTHER_GPIO = 15;

test("a trigger goes on without the page, and its segments are there when it opens again", async ({
	app,
	bridge,
	simulator,
	context,
}) => {
	const { page } = app;
	const triggers = new TriggerPanel(page);
	const pi = connect({ host: "127.0.0.1", port: simulator.port });
	try {
		await pi.connected();
		await pi.write({ gpio: GPIO, level: 0 });
		await triggers.add("Pulse width");
		await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption(String(GPIO));
		await triggers.fill("Least width", "30us");
		const without = triggers.dialog.getByRole("switch", { name: "Also without this page" });
		await expect(triggers.dialog.getByText("Only a page can be paused")).toBeVisible();
		await triggers.dialog.getByRole("radio", { name: "Keep segments" }).click();
		await triggers.fill("Length", "2 ms");
		await expect(without).toBeDisabled();
		await triggers.switchOf(1).click({ force: true });
		await without.click({ force: true });
		await expect(without).toBeChecked();
		// What is changed here is changed there.
		await triggers.fill("Least width", "40us");
		await expect(without).toBeChecked();
		await page.close();

		await pi.trigger({ gpio: GPIO, length: 60, level: 1 });
		const again = await context.newPage();
		const later = new TriggerPanel(again);
		await again.goto(bridge.url);
		await again.getByRole("tab", { name: /Segments/ }).click();
		await expect(again.getByRole("button", { name: "Segment 1 of T1", exact: true })).toBeVisible();
		await again.getByRole("button", { name: "Segment 1 of T1", exact: true }).click();
		await expect(again.getByRole("img", { name: "Trigger 1, hit 1" })).toBeVisible();
		// Switched off here it is off there, too.
		await later.button.click();
		await later.switchOf(1).click({ force: true });
		await expect(later.switchOf(1)).not.toBeChecked();
	} finally {
		await pi.close();
	}
});

test("what gpioscope keeps for somebody else is fetched, exported and deleted here, too", async ({
	app,
	bridge,
	simulator,
	browser,
}) => {
	const { page } = app;
	const triggers = new TriggerPanel(page);
	const pi = connect({ host: "127.0.0.1", port: simulator.port });
	const elsewhere = await browser.newContext();
	try {
		await pi.connected();
		await pi.write({ gpio: OTHER_GPIO, level: 0 });
		await triggers.add("Pulse width");
		await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption(String(OTHER_GPIO));
		await triggers.fill("Least width", "30us");
		await triggers.dialog.getByRole("radio", { name: "Keep segments" }).click();
		await triggers.fill("Length", "2 ms");
		await triggers.switchOf(1).click({ force: true });
		await triggers.dialog.getByRole("switch", { name: "Also without this page" }).click({ force: true });
		await triggers.fill("Others see them as yours by the name", "Ann");

		const other = await elsewhere.newPage();
		await other.goto(bridge.url);
		const theirs = new TriggerPanel(other);
		await theirs.button.click();
		await expect(theirs.dialog.getByRole("listitem").filter({ hasText: /T1\s*Ann/ })).toBeVisible();
		await other.keyboard.press("Escape");
		await other.getByRole("tab", { name: /Segments/ }).click();
		await pi.trigger({ gpio: OTHER_GPIO, length: 60, level: 1 });
		const row = other.getByRole("row", { name: /Segment 1 of Ann's T1/ });
		await expect(row).toContainText("Only on gpioscope");
		await row.getByRole("button", { name: "Fetch" }).click();
		await expect(row).not.toContainText("Only on gpioscope");
		await row.getByRole("button", { name: "Export" }).click();
		const dialog = other.getByRole("dialog", { name: "Export" });
		await expect(dialog.getByRole("textbox", { name: "File name" })).toHaveValue(/Segment 1 of Ann's T1/);
		await other.keyboard.press("Escape");
		await expect(dialog).toBeHidden();
		await row.getByRole("button", { name: "Delete" }).click();
		await expect(row).toBeHidden();
		// Ended there it is off here.
		await theirs.button.click();
		await theirs.dialog.getByRole("button", { name: "Stop watching for T1 of Ann" }).click();
		await expect(triggers.dialog.getByRole("switch", { name: "Also without this page" })).not.toBeChecked();
	} finally {
		await elsewhere.close();
		await pi.close();
	}
});
