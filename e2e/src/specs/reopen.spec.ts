import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/filesTest.ts";

/** A clock with so many edges, 100 µs apart. */
function clock(edges: number): string {
	const lines = Array.from({ length: edges }, (_, index) => `#${(index + 1) * 100} ${(index + 1) % 2}!`);
	return [
		"$timescale 1 us $end",
		"$var wire 1 ! CLK $end",
		"$enddefinitions $end",
		"#0 0!",
		...lines,
		"",
	].join("\n");
}

async function close(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name: /^Captures:/ }).click();
	await page.getByRole("button", { name: `Close ${name}` }).click();
	await page.keyboard.press("Escape");
}

test("open files are there again after a reload, the one on view as it was, until they are closed", async ({
	files,
	app,
	page,
}) => {
	await files.choose({ name: "one.vcd", text: clock(10) });
	await files.waitForFile("one.vcd");
	await files.choose({ name: "two.vcd", text: clock(40) });
	await files.waitForFile("two.vcd");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.getByRole("textbox", { name: /^Go to/ }).fill("1 ms");
	await page.keyboard.press("Enter");
	await page.getByRole("option", { name: /^CLK/ }).dblclick();
	await page.keyboard.type("Clock of two");
	await page.keyboard.press("Enter");
	const placeOf = () => page.evaluate(() => JSON.stringify(history.state));
	await expect.poll(placeOf).toContain("file-");
	await expect(page.getByRole("option", { name: /^Clock of two/ })).toBeVisible();
	let before = "";
	// The address rests once the view does.
	await expect
		.poll(
			async () => {
				const last = before;
				before = await placeOf();
				return last === before;
			},
			{ intervals: [500] },
		)
		.toBe(true);

	await page.reload();
	await files.waitForFile("two.vcd");
	await expect(page.getByRole("option", { name: /^Clock of two/ })).toBeVisible();
	await expect.poll(placeOf).toBe(before);
	await expect(files.segment.getByRole("radio", { name: "File" })).toBeChecked();

	// Another file of that name is another one: it does not take its names.
	await files.choose({ name: "two.vcd", text: clock(20) });
	await expect(page.getByRole("option", { name: /^CLK/ })).toBeVisible();

	await close(page, "one.vcd");
	await page.getByRole("button", { name: "Settings" }).click();
	await expect(page.getByText(/^2 files kept/)).toBeVisible();
	await page.reload();
	await expect(page.getByText(/^2 files kept/)).toBeVisible();
	await page.getByRole("button", { name: "Forget them" }).click();
	await expect(page.getByText("None kept in this browser")).toBeVisible();
	await page.reload();
	await app.waitUntilLive();
	await expect(page.getByText("None kept in this browser")).toBeVisible();
	expect(app.errors).toEqual([]);
});

test("a browser that keeps no files says so, and opens them all the same", async ({ files, app, page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException("Not in a private window.", "SecurityError");
		};
	});
	await page.reload();
	await app.waitUntilLive();
	await files.choose({ name: "one.vcd", text: clock(10) });
	await files.waitForFile("one.vcd");
	await expect(page.getByText(/Will not be there after a reload.*SecurityError/)).toBeVisible();
	expect(app.errors).toEqual([]);
});
