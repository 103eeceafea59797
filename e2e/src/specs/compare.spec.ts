import { expect, test } from "../fixtures/filesTest.ts";

/** A clock of 100 µs beside a line that rises at 1200 µs; all of it `shift` µs later, one pulse left out. */
function recording(shift = 0, skip = 0) {
	const edges = Array.from({ length: 20 }, (_, index) => ({
		time: (index + 1) * 50 + shift,
		text: `${(index + 1) % 2}!`,
	})).filter((_, index) => skip === 0 || (index !== skip && index !== skip + 1));
	return [
		"$timescale 1 us $end",
		"$var wire 1 ! CLK $end",
		'$var wire 1 " EN $end',
		"$enddefinitions $end",
		`#${shift} 0! 0"`,
		...edges.map(({ time, text }) => `#${time} ${text}`),
		`#${1200 + shift} 1"`,
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
