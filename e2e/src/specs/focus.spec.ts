import { expect, test } from "../fixtures/test.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

test("a panel keeps the focus, gives it back, and gives way to what opens over it", async ({ app }) => {
	const { page } = app;
	const { keyboard } = page;
	const plot = page.getByRole("application", { name: "Traces" });
	const { dialog } = new TriggerPanel(page);
	await plot.focus();
	await keyboard.press("t");
	await dialog.getByRole("button", { name: /^Pulse width/ }).click();
	await expect(dialog.getByRole("group", { name: "Stage 1" })).toBeVisible();
	// The button that was pressed is gone with its list.
	await expect(dialog).toBeFocused();
	await keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await expect(plot).toBeFocused();

	await keyboard.press("t");
	await expect(dialog).toBeVisible();
	await keyboard.press("Control+s");
	await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
	await expect(dialog).toBeHidden();
	await keyboard.press("Escape");
	await expect(page.getByRole("dialog", { name: "Export" })).toBeHidden();
});

test("what the header and the toolbar open is reached and left by keys", async ({ app }) => {
	const { page } = app;
	for (const [button, name] of [
		[/^Target/, "Target"],
		["Lanes", "Lanes"],
	] as const) {
		const opener = page.getByRole("button", { name: button, exact: true });
		const dialog = page.getByRole("dialog", { name });
		await opener.focus();
		await page.keyboard.press("Enter");
		await expect(dialog).toBeVisible();
		await expect(dialog.locator(":focus").or(dialog.and(page.locator(":focus")))).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(dialog).toBeHidden();
		await expect(opener).toBeFocused();
	}
});

test("the fields of the toolbar give the keys back to the traces", async ({ app }) => {
	const { page } = app;
	const plot = page.getByRole("application", { name: "Traces" });
	for (const [key, name] of [
		["/", "Find"],
		["Control+g", "Go to"],
	] as const) {
		await plot.focus();
		await page.keyboard.press(key);
		await expect(page.getByLabel(name, { exact: true })).toBeFocused();
		await page.keyboard.press("Escape");
		await expect(plot).toBeFocused();
	}
});

test("arrows walk the tables, and their tabs are one stop", async ({ app }) => {
	const { page } = app;
	const tabs = page.getByRole("tab");
	const drawn = page.getByRole("tabpanel", { name: /^Markers/ });
	await tabs.first().focus();
	await page.keyboard.press("ArrowRight");
	await expect(tabs.nth(1)).toBeFocused();
	await expect(drawn).toBeVisible();
	// The arrows are the tabs' here: blue goes to no edge.
	await expect(page.getByTestId("blue-time")).toHaveText("–");
	await page.keyboard.press("Shift+Tab");
	await expect(tabs.first()).not.toBeFocused();
});

test("all lanes are hidden, shown and inverted at once", async ({ app }) => {
	const { page } = app;
	const lanes = page.getByRole("listbox", { name: "Lanes" }).getByRole("option");
	const dialog = page.getByRole("dialog", { name: "Lanes" });
	await expect(lanes.first()).toBeVisible();
	await page.getByRole("button", { name: "Lanes", exact: true }).click();
	await dialog.getByRole("button", { name: "Hide all" }).click();
	await expect(lanes).toHaveCount(0);
	await dialog.getByRole("checkbox", { name: "GPIO 18", exact: true }).check();
	await expect(lanes).toHaveCount(1);
	await dialog.getByRole("button", { name: "Invert" }).click();
	await expect(page.getByRole("option", { name: /GPIO 18\b/ })).toHaveCount(0);
	await expect(page.getByRole("option", { name: /GPIO 12\b/ })).toBeVisible();
	await dialog.getByRole("button", { name: "Show all" }).click();
	await expect(page.getByRole("option", { name: /GPIO 18\b/ })).toBeVisible();
});

for (const width of [720, 800, 1024, 1280])
	test(`at ${width} px nothing of header and toolbar is cut off`, async ({ app }) => {
		const { page } = app;
		await page.setViewportSize({ width, height: 800 });
		for (const name of ["Export", "Release all"]) {
			const box = await page.getByRole("button", { name, exact: true }).boundingBox();
			expect(box === null ? Number.NaN : box.x + box.width).toBeLessThanOrEqual(width);
		}
	});
