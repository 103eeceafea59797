import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { GpioscopePage } from "../pages/GpioscopePage.ts";

const traces = (page: Page): Locator => page.getByRole("application", { name: "Traces" });
/** The clock at the left edge of the traces. */
const leftEdge = (page: Page): Locator => page.getByTitle("Time at the left edge");

/** Pauses once there is some past, and takes the pointer off the traces so that blue is the keys'. */
async function pause(app: GpioscopePage): Promise<void> {
	const { page } = app;
	await expect(page.getByRole("option").first()).toBeVisible();
	await expect
		.poll(async () => {
			const { firstTime, endTime } = await app.capture();
			return endTime - firstTime;
		})
		.toBeGreaterThan(1_500_000);
	await traces(page).focus();
	await page.keyboard.press("Space");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	await page.mouse.move(5, 5);
}

test("what was captured plays again, at other speeds, and stands where it is paused", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("Shift+Space");
	await expect(page.getByRole("radio", { name: "Play" })).toBeChecked();
	const speed = page.getByRole("button", { name: /^Speed/ });
	await page.keyboard.press("PageUp");
	await expect(speed).toHaveText("2×");
	await page.keyboard.press("Home");
	await expect(speed).toHaveText("1×");
	for (let step = 0; step < 3; step++) await page.keyboard.press("PageDown");
	await expect(speed).toHaveText("1/8×");
	await speed.click();
	await page.getByRole("menuitem", { name: "1/32768×" }).click();
	await expect(speed).toHaveText("1/32768×");
	await traces(page).focus();
	await page.keyboard.press("Space");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	await app.settled();
	const place = await leftEdge(page).textContent();
	await app.settled();
	await expect(leftEdge(page)).toHaveText(place ?? "");
});

test("play-back stops at the end, or begins again where it loops", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("Shift+Space");
	for (let step = 0; step < 6; step++) await page.keyboard.press("PageUp");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	// What is marked is shorter than a frame at this speed: without the loop it would be over at once.
	const blue = page.getByTestId("blue-time");
	for (let end = 0; end < 2; end++) {
		const before = (await blue.textContent()) ?? "";
		await page.keyboard.press("ArrowLeft");
		await expect(blue).not.toHaveText(before);
		await page.keyboard.press("1");
	}
	await expect(page.getByRole("button", { name: "Fit 1–2" })).toBeEnabled();
	await page.keyboard.press("Control+k");
	await page.getByPlaceholder("Search or run…").fill("loop what");
	await page.keyboard.press("Enter");
	await expect(page.getByPlaceholder("Search or run…")).toBeHidden();
	await page.keyboard.press("Shift+Space");
	const loop = page.getByRole("button", { name: /^Loop/ });
	await expect(loop).toHaveAttribute("aria-pressed", "true");
	await loop.click();
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
});

test("keys typed faster than edges are found act one after the other", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await traces(page).evaluate((plot) => {
		for (const key of ["ArrowLeft", "ArrowLeft", "g", "ArrowLeft", "ArrowRight"])
			plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
	});
	// Gold was left on the second edge, and blue has gone to the third and back.
	await expect(page.getByTestId("gold-time")).not.toHaveText("–");
	await expect(page.getByTestId("distance")).toHaveText(/^0/);
});

test("keys 1 and 2 select as in piscope, undo and redo walk the steps", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("ArrowLeft");
	const flag = (name: string): Locator => page.getByRole("img", { name, exact: true });
	await expect(flag("Blue")).toBeVisible();
	await page.keyboard.press("1");
	await expect(flag("Green")).toBeVisible();
	await expect(flag("Red")).toBeVisible();
	await page.keyboard.press("m");
	await expect(flag("Marker 3")).toBeVisible();
	await page.keyboard.press("Control+z");
	await expect(flag("Marker 3")).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(flag("Green")).toHaveCount(0);
	await page.keyboard.press("Control+Shift+z");
	await page.keyboard.press("Control+Shift+z");
	await expect(flag("Green")).toBeVisible();
	await expect(flag("Marker 3")).toBeVisible();
});

test("go to takes times, markers and clocks, says what is wrong, and back returns", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("m");
	// The address tells where the view has come to rest.
	await expect(page).toHaveURL(/t=/);
	await app.settled();
	const before = await leftEdge(page).textContent();
	const address = page.url();
	await page.keyboard.press("Control+g");
	const field = page.getByRole("textbox", { name: "Go to" });
	await expect(field).toBeFocused();
	await field.fill("@R");
	await page.keyboard.press("Enter");
	await expect(page.getByText(/no marker R/)).toBeVisible();
	await field.fill("@M3 -200 ms");
	await page.keyboard.press("Enter");
	await expect(field).toHaveValue("");
	await expect(page).not.toHaveURL(address);
	await page.goBack();
	await expect(leftEdge(page)).toHaveText(before ?? "");
});

test("markers outlive the page and stand at the same moment", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("m");
	await page.getByRole("tab", { name: /Markers/ }).click();
	await page.getByRole("textbox", { name: "Name of marker 3" }).fill("Kept");
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem("gpioscope.markers") ?? ""))
		.toContain("Kept");
	await page.reload();
	await app.waitUntilLive();
	await expect(page.getByRole("textbox", { name: "Name of marker 3" })).toHaveValue("Kept");
	await traces(page).focus();
	await page.keyboard.press("3");
	await expect(page.getByRole("img", { name: "Marker 3 Kept" })).toBeVisible();
});

test("the overview pans, zooms and centres by mouse and by keys", async ({ app }) => {
	const { page } = app;
	const overview = page.getByRole("slider", { name: "Overview of the whole capture" });
	const division = page.getByRole("textbox", { name: "Time per division" });
	await expect(overview).toHaveAttribute("aria-valuetext", "live");
	const box = await overview.boundingBox();
	if (box === null) throw new Error("The overview has no place.");
	const middle = box.y + box.height / 2;
	await page.mouse.click(box.x + 20, middle);
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	const wide = await division.inputValue();
	for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, -100);
	await expect(division).not.toHaveValue(wide);
	const centred = await leftEdge(page).textContent();
	await overview.focus();
	await page.keyboard.press("End");
	await expect(leftEdge(page)).not.toHaveText(centred ?? "");
});

test("keys can be others, and what two actions share is named", async ({ app }) => {
	const { page } = app;
	await app.show("Settings");
	await page.getByRole("textbox", { name: "Search shortcuts" }).fill("new marker");
	await page.getByRole("button", { name: "Add keys to New marker" }).click();
	await page.keyboard.press("g");
	await expect(page.getByText("G is also Gold to blue.")).toBeVisible();
	await page.getByRole("button", { name: "Take it there" }).click();
	await expect(page.getByText("G is also Gold to blue.")).toHaveCount(0);
	await app.show("Scope");
	await pause(app);
	await page.keyboard.press("g");
	await expect(page.getByRole("img", { name: "Marker 3", exact: true })).toBeVisible();
});

test("the palette goes to times and markers, and runs commands", async ({ app }) => {
	const { page } = app;
	await pause(app);
	await page.keyboard.press("m");
	const open = async (text: string): Promise<void> => {
		await page.keyboard.press("Control+k");
		const field = page.getByPlaceholder("Search or run…");
		await expect(field).toBeFocused();
		await field.fill(text);
	};
	await open("> w 7 1");
	await expect(page.getByText("View only. Arm to change pins.")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByPlaceholder("Search or run…")).toBeHidden();
	await open("> hwver");
	await page.getByText("Run hwver").click();
	await expect(page.getByText(/^HWVER: \d+|^hwver: \d+/)).toBeVisible();
	const before = await leftEdge(page).textContent();
	await open("@M3 -500 ms");
	await page.getByText("Go to @M3 -500 ms").click();
	await expect(leftEdge(page)).not.toHaveText(before ?? "");
});
