import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/filesTest.ts";

/** What of the controls in a bar cannot be seen or pressed whole, by name. */
function unreachable(bar: Locator): Promise<readonly string[]> {
	return bar.evaluate((element) => {
		const controls = [...element.querySelectorAll("button, [role=radio]")].filter((one) =>
			one.checkVisibility(),
		);
		return controls.flatMap((one) => {
			const { left, right, top, height } = one.getBoundingClientRect();
			const isHit = [left + 2, right - 2].every((x) => {
				const hit = document.elementFromPoint(x, top + height / 2);
				return hit !== null && (one.contains(hit) || hit.contains(one));
			});
			return isHit ? [] : [one.getAttribute("aria-label") ?? one.textContent ?? ""];
		});
	});
}

test("with a file open nothing of header and toolbar is cut at any width, and what has no room is in a menu", async ({
	files,
	app,
}) => {
	const { page } = app;
	await files.choose({
		name: "a-rather-long-name-of-a-capture.vcd",
		text: "$timescale 1 us $end\n$var wire 1 ! A $end\n$enddefinitions $end\n#0 0!\n#5 1!\n#9 0!\n#12\n",
	});
	await files.waitForFile("a-rather-long-name-of-a-capture.vcd");
	const header = page.getByRole("banner");
	const toolbar = page.getByRole("toolbar", { name: "Scope tools" });
	for (const width of [1920, 1440, 1280, 1100, 1000, 900, 800, 720]) {
		await page.setViewportSize({ width, height: 700 });
		await expect.poll(() => unreachable(header), { message: `header at ${width} px` }).toEqual([]);
		await expect.poll(() => unreachable(toolbar), { message: `toolbar at ${width} px` }).toEqual([]);
		await expect(header.getByRole("button", { name: "Back to live" })).toBeVisible();
	}
	await page.getByRole("button", { name: "More tools" }).click();
	await page.getByRole("menuitemradio", { name: /^Measure tool/ }).click();
	// A menu that is still closing takes the next click for itself.
	await expect(page.getByRole("menu")).toHaveCount(0);
	await page.getByRole("button", { name: "More tools" }).click();
	await expect(page.getByRole("menuitemradio", { name: /^Measure tool/ })).toBeChecked();
	await page.getByRole("menuitem", { name: /^New marker/ }).click();
	await expect(page.getByRole("tab", { name: /^Markers/ })).toHaveText("Markers1");
});
