import { expect, test } from "../fixtures/filesTest.ts";

const clock = {
	name: "clock.vcd",
	text: [
		"$timescale 1 us $end",
		"$var wire 1 ! CLK $end",
		'$var wire 1 " EN $end',
		"$enddefinitions $end",
		'#0 0! 1"',
		...Array.from({ length: 20 }, (_, index) => `#${(index + 1) * 50} ${(index + 1) % 2}!`),
		'#1500 0"',
		"#2000",
		"",
	].join("\n"),
};

test("a session brings back names, markers and zoom", async ({ files, app, page }) => {
	await files.choose(clock);
	await files.waitForFile("clock.vcd");

	// A name, a marker with one of its own, another zoom.
	await page.getByRole("option", { name: /^CLK/ }).dblclick();
	await page.getByRole("textbox", { name: /^Name of/ }).fill("Bit clock");
	await page.keyboard.press("Enter");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("m");
	const division = page.getByRole("textbox", { name: "Time per division" });
	await division.fill("20 us");
	await page.keyboard.press("Enter");
	await expect(division).toHaveValue(/^20\sµs\/div$/);
	const markers = page.getByRole("tab", { name: /^Markers/ });
	// Blue and the marker.
	await expect(markers).toContainText("2");

	const written = await files.export(async (dialog) => {
		await dialog.getByRole("radio", { name: /gpioscope/ }).click();
		await dialog.getByRole("textbox", { name: "File name" }).fill("bench");
	});
	expect(written.name).toBe("bench.gpioscope");
	await page.getByRole("button", { name: "Back to live" }).click();
	await expect(markers).toContainText("0");

	await files.choose(written);
	await files.waitForFile("bench.gpioscope");
	await expect(page.getByRole("option", { name: /^Bit clock/ })).toBeVisible();
	await expect(page.getByRole("option", { name: /^EN/ })).toBeVisible();
	await expect(division).toHaveValue(/^20\sµs\/div$/);
	await expect(markers).toContainText("2");
	await expect(files.fact("Changes")).toHaveText("21");
	expect(app.errors).toEqual([]);
});

test("the view becomes a picture with names and ruler", async ({ files, app }) => {
	await files.choose(clock);
	await files.waitForFile("clock.vcd");
	const written = await files.export((dialog) => dialog.getByRole("radio", { name: /SVG/ }).click());
	expect(written.name).toBe("clock.svg");
	expect(written.text).toMatch(/^<svg [\s\S]*CLK[\s\S]*EN[\s\S]*<\/svg>\s*$/);
	expect(app.errors).toEqual([]);
});
