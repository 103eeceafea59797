import { connect } from "@gpioscope/client";
import { expect, test } from "../fixtures/test.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 14;

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
