import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 7;

/** Sends a command as the page itself does. */
function call(page: Page, command: string, args: object): Promise<unknown> {
	return page.evaluate(
		([name, values]) =>
			(
				window.__gpioscope as unknown as {
					bridge: { call(command: string, args: object): Promise<unknown> };
				}
			).bridge.call(name, values),
		[command, args] as const,
	);
}

/** One high pulse, microseconds. */
const pulse = (page: Page, length: number): Promise<unknown> =>
	call(page, "trigger", { gpio: GPIO, length, level: 1 });

test("a pulse width set by mouse pauses the view at the pulse; live arms it again", async ({ app }) => {
	// A walk of many steps: on a busy machine they take their time.
	test.slow();
	const { page } = app;
	const triggers = new TriggerPanel(page);
	await call(page, "write", { gpio: GPIO, level: 0 });
	await triggers.add("Pulse width");
	await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption(String(GPIO));
	// What is missing is said, and until it is there nothing can be switched on.
	await expect(triggers.dialog.getByText(/no width yet/)).toBeVisible();
	await expect(triggers.switchOf(1)).toBeDisabled();
	await triggers.fill("Least width", "50us");
	await triggers.fill("Greatest width", "80us");
	await expect(triggers.dialog.getByText(`GPIO ${GPIO} high pulse 50 µs to 80 µs`)).toBeVisible();
	await triggers.fill("Length", "10 ms");
	await triggers.switchOf(1).click({ force: true });
	await expect(triggers.button).toHaveText("T1 armed");
	await page.keyboard.press("Escape");

	await pulse(page, 20);
	await pulse(page, 60);
	await expect(triggers.button).toHaveText("T1 hit #1");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	// The hit stands in the middle, as its position says, and is where the ruler counts from.
	const flag = page.getByRole("img", { name: "Trigger 1, hit 1" });
	await expect(flag).toBeVisible();
	const plot = await page.getByRole("application", { name: "Traces" }).boundingBox();
	if (plot === null) throw new Error("The plot has no place.");
	await expect
		.poll(async () => (((await flag.boundingBox())?.x ?? 0) - plot.x) / plot.width)
		.toBeCloseTo(0.5, 1);
	await expect(page.getByRole("button", { name: "Zero Trigger 1" })).toBeVisible();

	await page.getByRole("radio", { name: "Live" }).click();
	await expect(triggers.button).toHaveText("T1 armed");
	await pulse(page, 60);
	await expect(triggers.button).toHaveText("T1 hit #2");
	// From hit to hit by keys, over the whole capture.
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("[");
	await expect(page.getByTestId("blue-time")).toHaveText(/^−/);
	await page.keyboard.press("]");
	await expect(page.getByTestId("blue-time")).toHaveText(/^0/);
});

test("a pattern set by keys alone is armed by T and keeps segments", async ({ app }) => {
	// A walk of many steps: on a busy machine they take their time.
	test.slow();
	const { page } = app;
	const triggers = new TriggerPanel(page);
	const { dialog } = triggers;
	await call(page, "write", { gpio: GPIO, level: 0 });
	await page.getByRole("application", { name: "Traces" }).focus();
	// Without a trigger T opens the list.
	await page.keyboard.press("t");
	await triggers.tabTo(dialog.getByRole("button", { name: /^Level pattern/ }));
	await page.keyboard.press("Enter");
	const first = dialog.getByRole("spinbutton", { name: "GPIO 0" });
	await triggers.tabTo(first);
	for (let step = 0; step < GPIO; step++) await page.keyboard.press("ArrowRight");
	await page.keyboard.press("r");
	await expect(dialog.getByText(`GPIO ${GPIO} rises`)).toBeVisible();
	const keep = dialog.getByRole("radio", { name: "Keep segments" });
	await triggers.tabTo(keep);
	await page.keyboard.press("Enter");
	await triggers.tabTo(dialog.getByRole("textbox", { name: "Length" }));
	await page.keyboard.type("2 ms");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("t");
	await expect(triggers.button).toHaveText("T1 armed");

	for (let count = 1; count <= 3; count++) {
		await pulse(page, 40);
		await expect(triggers.button).toHaveText(`T1 ${count} of 50`);
	}
	await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
	await page.getByRole("tab", { name: /Segments/ }).click();
	await page.getByRole("button", { name: "Segment 2 of T1", exact: true }).click();
	await expect(page.getByRole("img", { name: "Trigger 1, hit 2" })).toBeVisible();
	await page.getByRole("button", { name: "Segment before" }).first().click();
	await expect(page.getByRole("img", { name: "Trigger 1, hit 1" })).toBeVisible();
	await page.getByRole("button", { name: "Back to live" }).first().click();
	await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
	await page.getByRole("button", { name: "Clear all" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
	await expect(page.getByText(/No segment yet/)).toBeVisible();
});
