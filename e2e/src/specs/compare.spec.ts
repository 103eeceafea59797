import { expect, test } from "../fixtures/filesTest.ts";

/** A clock of 100 µs beside a line that rises at 1200 µs; all of it `shift` µs later, one pulse left out. */
function recording(shift = 0, skip = 0, third = "") {
	const edges = Array.from({ length: 20 }, (_, index) => ({
		time: (index + 1) * 50 + shift,
		text: `${(index + 1) % 2}!`,
	})).filter((_, index) => skip === 0 || (index !== skip && index !== skip + 1));
	return [
		"$timescale 1 us $end",
		"$var wire 1 ! CLK $end",
		'$var wire 1 " EN $end',
		...(third === "" ? [] : [`$var wire 1 c ${third} $end`]),
		"$enddefinitions $end",
		`#${shift} 0! 0"${third === "" ? "" : " 0c"}`,
		...edges.map(({ time, text }) => `#${time} ${text}`),
		`#${1200 + shift} 1"${third === "" ? "" : " 1c"}`,
		`#${2000 + shift}`,
		"",
	].join("\n");
}

test("two captures are laid on each other, and what differs is counted and walked", async ({
	files,
	app,
	page,
}) => {
	await files.choose({ name: "before.vcd", text: recording() });
	await files.waitForFile("before.vcd");
	// The same 5 ms later, without the pulse from 400 to 450 µs.
	await files.choose({ name: "after.vcd", text: recording(5000, 7) });
	await files.waitForFile("after.vcd");
	await page.getByRole("button", { name: /^Captures: after/ }).click();
	await page.getByRole("button", { name: "Compare captures" }).click();

	const bar = page.getByRole("toolbar", { name: "Comparison" });
	await expect(bar.getByRole("combobox", { name: "Compare with" })).toHaveValue(/file-\d/);
	await expect(bar.getByRole("combobox", { name: "Aligned at" })).toHaveValue("start");
	const outcome = bar.getByRole("status");
	await expect(outcome).toHaveText(/^1 difference in 2 lanes over 2\.000\sms$/);
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Home");
	await bar.getByRole("button", { name: "Previous difference" }).click();
	await bar.getByRole("button", { name: "Next difference" }).click();
	await expect(page.getByRole("option", { name: /^CLK/ })).toHaveAttribute("aria-selected", "true");

	// An edge may lie elsewhere by the tolerance: this pulse of 50 µs is still one that only one has.
	await bar.getByRole("textbox", { name: "Tolerance" }).fill("100 us");
	await page.keyboard.press("Enter");
	await expect(outcome).toHaveText(/^1 difference/);
	await bar.getByRole("button", { name: "End the comparison" }).click();
	await expect(bar).toHaveCount(0);
	expect(app.errors).toEqual([]);
});

test("two captures stand side by side, each lane with both traces, and the lower one is measured, too", async ({
	files,
	app,
	page,
}) => {
	await files.choose({ name: "before.vcd", text: recording(0, 0, "MOSI") });
	await files.waitForFile("before.vcd");
	await files.choose({ name: "after.vcd", text: recording(5000, 7, "MISO") });
	await files.waitForFile("after.vcd");
	const lane = page.getByRole("option", { name: /^CLK/ });
	const heightOf = async () => (await lane.boundingBox())?.height ?? 0;
	await expect(lane).toBeVisible();
	const alone = await heightOf();
	await page.getByRole("button", { name: /^Captures: after/ }).click();
	await page.getByRole("button", { name: "Compare captures" }).click();

	const bar = page.getByRole("toolbar", { name: "Comparison" });
	await expect(bar.getByText("Only in A: MISO · Only in B: MOSI")).toBeVisible();
	await expect.poll(heightOf).toBe(alone);
	await bar.getByText("Side by side").click();
	await expect(page.getByRole("option", { name: /^CLK.*before\.vcd below$/ })).toBeVisible();
	await expect(page.getByRole("option", { name: /^MISO.*only in A$/ })).toBeVisible();
	await expect.poll(heightOf).toBe(2 * alone);

	// All of 2 ms is on view, with a margin of 2 %: at 425 µs only the earlier capture has a pulse.
	const plot = await page.getByRole("application", { name: "Traces" }).boundingBox();
	const row = await lane.boundingBox();
	if (plot === null || row === null) throw new Error("The lane has gone.");
	const x = plot.x + (plot.width * (425 + 40)) / 2080;
	await page.mouse.move(x, row.y + row.height * 0.75);
	await expect(page.getByText("Low 50 µs")).toBeVisible();
	await page.mouse.move(x, row.y + row.height * 0.25);
	await expect(page.getByText("High 150 µs")).toBeVisible();

	// A picture shows what is seen: both captures, and where they differ.
	const picture = await files.export((dialog) => dialog.getByRole("radio", { name: /SVG/ }).click());
	expect(picture.text.match(/>before\.vcd<\/text>/g)).toHaveLength(2);
	expect(picture.text).toMatch(/fill-opacity="0\.22"/);

	await bar.getByRole("button", { name: "End the comparison" }).click();
	await expect.poll(heightOf).toBe(alone);
	expect(app.errors).toEqual([]);
});
