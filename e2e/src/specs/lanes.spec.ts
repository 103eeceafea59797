import type { Locator } from "@playwright/test";
import { test as base, expect } from "../fixtures/filesTest.ts";
import { LanesPage } from "../pages/LanesPage.ts";

// GPIO 0 and 1 are only looked at: nothing of the default bench is wired to them, and at power-on they are pulled up.
// GPIO 17 is the bench's button, GPIO 19 its heartbeat: only their lanes are touched.

const test = base.extend<{ lanes: LanesPage }>({
	lanes: async ({ page }, use) => use(new LanesPage(page)),
});

test("lanes become a bus, inverted and in the order given, and all of it outlives the page", async ({
	app,
	lanes,
}) => {
	const { page } = app;
	await page.getByRole("button", { name: /^Idle/ }).click();
	await lanes.select("GPIO 0", "GPIO 1");
	await page.keyboard.press("Shift+G");
	await lanes.rename("Group 1", "Pair");
	await lanes.pick("Pair", "Show as bus");
	await expect(lanes.header("Pair")).toHaveAccessibleName("Pair, bus, 2 lanes, folded, 3");
	await expect(lanes.header("GPIO 1")).toHaveCount(0);

	await page.getByTitle(/^Open Pair/).click();
	await lanes.pick("GPIO 1", "Invert");
	await expect(lanes.header("GPIO 1")).toHaveAccessibleName(/low, inverted/);
	await expect(lanes.header("Pair")).toHaveAccessibleName("Pair, bus, 2 lanes, open, 2");

	await lanes.select("GPIO 0");
	await page.keyboard.press("Alt+ArrowDown");
	await expect(lanes.header("Pair")).toHaveAccessibleName("Pair, bus, 2 lanes, open, 1");
	await lanes.choose("Pair", "Bin");
	await expect(lanes.header("Pair")).toHaveAccessibleName(/, 01$/);

	await page.reload();
	await app.waitUntilLive();
	await expect(lanes.header("Pair")).toHaveAccessibleName("Pair, bus, 2 lanes, open, 01");
	const names = await lanes.names();
	expect(names.slice(names.indexOf("Pair"), names.indexOf("Pair") + 3)).toEqual(["Pair", "GPIO 1", "GPIO 0"]);
	await lanes.pick("Pair", "Ungroup");
	await expect(lanes.header("Pair")).toHaveCount(0);
});

test("all that a lane's menu does is reached by keys in the list, and the list has the focus again", async ({
	app,
	lanes,
}) => {
	const { page } = app;
	const lane = lanes.header("GPIO 19");
	await lanes.select("GPIO 19");
	await expect(lanes.list).toBeFocused();
	const openByKey = async (key: string) => {
		await page.keyboard.press(key);
		// The keys are the menu's once it has the focus.
		await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
	};
	await openByKey("Shift+F10");
	const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
	const choice = (name: string) => page.getByRole("menuitemradio", { name, exact: true });
	/** An opened menu may have its first item focused, or none. */
	const walkTo = (wanted: Locator, key: string) =>
		expect(async () => {
			await page.keyboard.press(key);
			await expect(wanted).toBeFocused({ timeout: 100 });
		}).toPass({ intervals: [10] });
	await walkTo(item("Invert"), "ArrowDown");
	await page.keyboard.press("Enter");
	await expect(lanes.list).toBeFocused();
	await expect(lane).toHaveAccessibleName(/, inverted/);

	await openByKey("Enter");
	await walkTo(choice("Colour 8"), "ArrowUp");
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("Enter");
	await expect(lane).toHaveAttribute("style", /--c7/);
	await page.keyboard.press("Escape");
	await expect(lanes.list).toBeFocused();

	await openByKey("Shift+F10");
	await walkTo(item("Rename"), "ArrowUp");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("textbox", { name: "Name of GPIO 19" })).toBeFocused();
	await page.keyboard.type("Pulse");
	await page.keyboard.press("Enter");
	await expect(lanes.header("Pulse")).toBeVisible();
	await expect(lanes.list).toBeFocused();
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+z");
	await expect(lanes.header("GPIO 19")).toHaveAccessibleName(/^GPIO 19, (high|low)(?!, inverted)/);

	await lanes.header("GPIO 19").click({ button: "right" });
	await expect(item("Rename")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("menu")).toHaveCount(0);
});

test("a hidden lane is brought back where the idle ones are", async ({ app, lanes }) => {
	const { page } = app;
	const lane = lanes.header("GPIO 19");
	await lane.hover();
	await page.getByRole("button", { name: "Hide GPIO 19" }).click();
	await expect(lane).toHaveCount(0);
	await page.getByRole("button", { name: "Hidden (1)" }).click();
	await page.getByRole("menuitem", { name: "GPIO 19" }).click();
	await expect(lane).toBeVisible();
	await expect(page.getByRole("button", { name: /^Hidden/ })).toHaveCount(0);
});

test("a lane has a colour and a height of its own, and is dragged into a group", async ({ app, lanes }) => {
	const { page } = app;
	await page.getByTitle("Colour of GPIO 19").click({ position: { x: 1, y: 4 } });
	await page.getByRole("menuitemradio", { name: "Colour 5" }).click();
	await expect(lanes.header("GPIO 19")).toHaveAttribute("style", /--c5/);
	const before = (await lanes.header("GPIO 19").boundingBox())?.height ?? 0;
	await lanes.choose("GPIO 19", "Tall");
	await expect
		.poll(async () => (await lanes.header("GPIO 19").boundingBox())?.height)
		.toBeGreaterThan(before);

	await lanes.select("GPIO 17");
	await page.keyboard.press("Shift+G");
	await lanes.header("GPIO 19").hover();
	const grip = lanes.header("GPIO 19").getByRole("button", { name: "Drag to order" });
	const target = await lanes.header("GPIO 17").boundingBox();
	if (target === null) throw new Error("The lane has no place.");
	await grip.hover();
	await page.mouse.down();
	await page.mouse.move(target.x + 60, target.y + target.height - 4, { steps: 4 });
	await page.mouse.up();
	await expect(lanes.header("Group 1")).toHaveAccessibleName("Group 1, group, 2 lanes, open");
});

test("channels of a file are lanes of their own, also as a bus", async ({ files, app, lanes, page }) => {
	await files.choose({
		name: "count.vcd",
		text: [
			"$timescale 1 us $end",
			...["A", "B", "C", "REST"].map((name, place) => `$var wire 1 ${'!"#$'[place]} ${name} $end`),
			"$enddefinitions $end",
			'#0 0! 0" 0# 0$',
			"#100 1! 1#",
			'#200 1"',
			"#300",
			"",
		].join("\n"),
	});
	await files.waitForFile("count.vcd");
	// What never changes in the whole file is folded.
	await expect(page.getByRole("button", { name: "Idle (1)" })).toBeVisible();
	expect(await lanes.names()).toEqual(["A", "B", "C"]);
	await lanes.select("A", "B", "C");
	await page.keyboard.press("Shift+G");
	await lanes.pick("Group 1", "Show as bus");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("ArrowRight");
	await expect(lanes.header("Group 1")).toHaveAccessibleName(/, 7$/);
	await page.keyboard.press("ArrowLeft");
	await expect(lanes.header("Group 1")).toHaveAccessibleName(/, 5$/);
	await lanes.choose("Group 1", "Bin");
	await expect(lanes.header("Group 1")).toHaveAccessibleName(/, 101$/);

	// In the middle of the whole file the value is the one from 100 to 200 µs.
	await page.keyboard.press("f");
	await app.settled();
	const traces = page.getByRole("application", { name: "Traces" });
	const [plot, row] = await Promise.all([traces.boundingBox(), lanes.header("Group 1").boundingBox()]);
	if (plot === null || row === null) throw new Error("The traces have no place.");
	await page.mouse.move(plot.x + plot.width / 2, row.y + row.height / 2);
	for (const told of ["5 hex", "5 dec", "since 100 µs", "from 000", "to 111"])
		await expect(traces.getByText(told, { exact: true })).toBeVisible();

	// Radix, bus and group are taken back one by one.
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Control+z");
	await expect(lanes.header("Group 1")).toHaveAccessibleName(/, bus, 3 lanes, folded, (?![01]{3})/);
	await page.keyboard.press("Control+z");
	await expect(lanes.header("Group 1")).toHaveAccessibleName("Group 1, group, 3 lanes, open");
	await page.keyboard.press("Control+z");
	await expect(lanes.header("Group 1")).toHaveCount(0);
	await page.keyboard.press("Control+Shift+z");
	await expect(lanes.header("Group 1")).toBeVisible();

	// The Pi's own lanes know nothing of it.
	await page.getByRole("radio", { name: "Live" }).click();
	await expect(lanes.header("GPIO 19")).toBeVisible();
	await expect(lanes.header("Group 1")).toHaveCount(0);
	await expect.poll(() => app.capture().then(({ changes }) => changes)).toBeGreaterThan(0);
});

test("while it plays, lanes show the levels of what passes", async ({ files, app, lanes, page }) => {
	await files.choose({
		name: "long.vcd",
		text: "$timescale 1 ms $end\n$var wire 1 ! A $end\n$enddefinitions $end\n#0 0!\n#1 1!\n#59000 0!\n#60000\n",
	});
	await files.waitForFile("long.vcd");
	const lane = lanes.header("A");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("ArrowRight");
	await expect(lane).toHaveAccessibleName(/^A, CH 0, low/);
	await expect(page.getByText("Level at B")).toBeVisible();
	await page.getByRole("button", { name: "Fit all" }).click();
	await page.getByRole("radio", { name: "Play" }).click();
	await expect(lane).toHaveAccessibleName(/^A, CH 0, high/);
	await expect(page.getByText("Level mid-view")).toBeVisible();
	await page.keyboard.press("Space");
	await expect(lane).toHaveAccessibleName(/^A, CH 0, low/);
	expect(app.errors).toEqual([]);
});
