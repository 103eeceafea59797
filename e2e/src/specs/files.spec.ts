import { expect, test } from "../fixtures/filesTest.ts";
import type { CapturedEdge } from "../pages/GpioscopePage.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 7;

/** Two lines, ten periods of a clock of 100 µs, then silence. */
const clock = {
	name: "clock.vcd",
	text: [
		"$timescale 1 us $end",
		"$scope module top $end",
		"$var wire 1 ! CLK $end",
		'$var wire 1 " CS $end',
		"$upscope $end",
		"$enddefinitions $end",
		'#0 0! 1"',
		...Array.from({ length: 20 }, (_, index) => `#${(index + 1) * 50} ${(index + 1) % 2}!`),
		'#1500 0"',
		"#2000",
		"",
	].join("\n"),
};

test("a file is opened by key, tells its facts, and the way back to live is one click", async ({
	files,
	app,
}) => {
	const { page } = app;
	await files.choose(clock);
	await files.waitForFile("clock.vcd");
	await expect(files.segment.getByRole("radio", { name: "File" })).toBeChecked();
	await expect(page.getByRole("option", { name: /^CLK/ })).toBeVisible();
	await expect(page.getByRole("option", { name: /^CS/ })).toBeVisible();
	await expect(files.fact("Changes")).toHaveText("21");
	await expect(files.fact("Length")).toHaveText(/^2\.000\sms$/);
	await expect(files.fact("Channels")).toHaveText("2");
	expect(await files.shownEdges(0, 0, 1e9)).toHaveLength(20);

	// Live went on meanwhile, and the file stays at hand until it is closed.
	const { endTime } = await app.capture();
	await page.getByRole("button", { name: "Back to live" }).click();
	await expect(files.segment.getByRole("radio", { name: "Live" })).toBeChecked();
	await expect.poll(async () => (await app.capture()).endTime).toBeGreaterThan(endTime);
	await page.getByRole("button", { name: /^Captures: Live/ }).click();
	await page
		.getByRole("list", { name: "Captures" })
		.getByRole("button", { name: /^clock\.vcd/ })
		.click();
	await files.waitForFile("clock.vcd");
	await page.getByRole("button", { name: /^Captures: clock/ }).click();
	await page.getByRole("button", { name: "Close clock.vcd" }).click();
	await expect(files.segment.getByRole("radio", { name: /^Pause/ })).toBeVisible();
	await expect(page.getByRole("button", { name: /^Captures/ })).toHaveCount(0);
});

test("a file is opened by dropping it on another view", async ({ files, app }) => {
	await app.show("Pins");
	await files.drop(clock);
	await files.waitForFile("clock.vcd");
	await expect(app.page.getByRole("option", { name: /^CLK/ })).toBeVisible();
});

test("what is wrong with a file is told with its line, and nothing of it is loaded", async ({
	files,
	app,
}) => {
	const { page } = app;
	const text = clock.text.replace("#500 ", "#5 ");
	const line = text.split("\n").findIndex((one) => one.startsWith("#5 ")) + 1;
	await files.choose({ name: "broken.vcd", text });
	const message = page.getByRole("alert").filter({ hasText: "broken.vcd" });
	await expect(message).toContainText(`Line ${line}: time goes back`);
	await expect(message).toContainText("Nothing was loaded.");
	await expect(page.getByRole("button", { name: /^Captures/ })).toHaveCount(0);

	await files.choose({ name: "letter.txt", text: "Dear Sir or Madam,\n" });
	await expect(page.getByRole("alert").filter({ hasText: "letter.txt" })).toContainText(
		"Nothing was loaded.",
	);
});

test("a selection is exported and comes back the same", async ({ files, app }) => {
	const { page } = app;
	const { endTime } = await app.capture();
	await app.call("setPwmFrequency", { gpio: GPIO, frequency: 100 });
	await app.call("setPwm", { gpio: GPIO, dutyCycle: 64 });
	await app.waitForEdges(GPIO, endTime, 60);
	await page.getByRole("option", { name: new RegExp(`GPIO ${GPIO}\\b`) }).click();
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Space");
	await app.call("setPwm", { gpio: GPIO, dutyCycle: 0 });

	// Green onto an edge in sight, red nine edges after it.
	const blue = page.getByTestId("blue-time");
	const step = async (): Promise<void> => {
		const before = (await blue.textContent()) ?? "";
		await page.keyboard.press("ArrowRight");
		await expect(blue).not.toHaveText(before);
	};
	await step();
	await page.keyboard.press("1");
	for (let count = 0; count < 9; count++) await step();
	await page.keyboard.press("2");
	const written = await files.export(async (dialog) => {
		await dialog.getByRole("radio", { name: /^Value change dump/ }).click();
		await expect(dialog.getByRole("radio", { name: /^1–2/ })).toBeChecked();
		await dialog.getByRole("textbox", { name: "File name" }).fill("selection");
	});
	expect(written.name).toBe("selection.vcd");
	await expect(page.getByText("Wrote selection.vcd")).toBeVisible();

	await files.choose(written);
	await files.waitForFile("selection.vcd");
	const [channel = -1] = await files.shownChannels(String(GPIO));
	const read = await files.shownEdges(channel, 0, Number.MAX_SAFE_INTEGER);
	const live = await app.edges(GPIO, endTime);
	const widths = widthsOf(read);
	// Green and red are edges themselves; the last one ends the selection.
	expect(read.length).toBeGreaterThanOrEqual(8);
	expect(widthsOf(live).join(" ")).toContain(widths.join(" "));
});

/** What lies between the edges, µs, with the level. */
function widthsOf(edges: readonly CapturedEdge[]): readonly string[] {
	return edges
		.slice(1)
		.map(({ time }, index) => `${time - (edges[index]?.time ?? 0)}:${edges[index]?.level}`);
}

test("piscope's settings give their triggers and the GPIOs that were on view", async ({ files, app }) => {
	const { page } = app;
	const types = Array.from({ length: 32 }, (_, gpio) => (gpio === GPIO ? 5 : 0)).join(";");
	await files.choose({
		name: "piscope.conf",
		text: [
			"[Settings]",
			"serverAddress=bench-pi",
			// The servo and the fan never rest.
			"activeGPIOs=12;18;",
			"triggerSamples=0",
			"trigger2Enabled=true",
			"trigger2Action=1",
			`trigger2GPIOTypes=${types};`,
			"",
		].join("\n"),
	});
	await expect(
		page.getByText(
			"Took a trigger (switched off) and the choice of 2 GPIOs (the others are hidden). Its Pi is bench-pi:8888: start gpioscope with --pi bench-pi:8888 to see it.",
		),
	).toBeVisible();
	const triggers = new TriggerPanel(page);
	await triggers.button.click();
	await expect(triggers.dialog.getByText(`GPIO ${GPIO} rises`)).toBeVisible();
	await expect(triggers.switchOf(1)).not.toBeChecked();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("listbox", { name: "Lanes" }).getByRole("option")).toHaveCount(2);

	await files.choose({ name: "broken.conf", text: "[Settings]\nactiveGPIOs=40;\n" });
	await expect(page.getByText("Line 2:")).toBeVisible();
});
