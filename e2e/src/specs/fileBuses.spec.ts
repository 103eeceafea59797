import { expect, test } from "../fixtures/filesTest.ts";

const vectors = [
	"$timescale 1 us $end",
	"$scope module top $end",
	"$var reg 8 d data [7:0] $end",
	"$var wire 1 ! clk $end",
	"$upscope $end",
	"$enddefinitions $end",
	"#0 b0 d 0!",
	"#10 b10100101 d 1!",
	"#20 0!",
	"",
].join("\n");

test("a vector of a file is one row with its value, until its lanes are arranged otherwise", async ({
	files,
	app,
	page,
}) => {
	await files.choose({ name: "vectors.vcd", text: vectors });
	await files.waitForFile("vectors.vcd");
	const bus = page.getByRole("option", { name: /^data, bus, 8 lanes, folded, A5$/ });
	await expect(bus).toBeVisible();
	await expect(page.getByRole("option", { name: /^data\[/ })).toHaveCount(0);

	await bus.click();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("option", { name: /^data\[/ })).toHaveCount(8);
	// A selected channel is in the address, and selected again.
	const clock = page.getByRole("option", { name: /^clk/ });
	await clock.click();
	await expect(page).toHaveURL(/sel=ch8$/);
	await page.reload();
	await files.waitForFile("vectors.vcd");
	await expect(page.getByRole("option", { name: /^data\[/ })).toHaveCount(8);
	await expect(clock).toHaveAttribute("aria-selected", "true");
	expect(app.errors).toEqual([]);
});
