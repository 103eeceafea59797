import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { ScriptsPage } from "../pages/ScriptsPage.ts";

/** Nobody else triggers this event: what waits for it drives nothing. */
const EVENT = 30;
const COUNTER = `# p8 = 40 Where counting begins
# p9 Events so far
lda p8
sta p9
tag 1
  evtwt 0x40000000
  inr p9
  jmp 1
`;

test("a script is written, marked, run, watched, changed and deleted, and outlives the page", async ({
	app,
}) => {
	const { page } = app;
	const scripts = new ScriptsPage(page);
	await app.show("Scripts");
	await scripts.open("Empty script");
	await page.getByRole("textbox", { name: "Name of the script" }).fill("Counter");
	await page.keyboard.press("Enter");
	await scripts.write("# counts\nevtwt 1\nblink 3");
	await expect(scripts.verdict).toHaveText("Line 3, column 1 blink is not a command of scripts.");
	await app.arm();
	await expect(scripts.button("Run")).toBeDisabled();
	await scripts.verdict.getByRole("button").click();
	await page.keyboard.insertText("dc");
	await expect(page.getByRole("option", { name: /^dcra?\b/ }).first()).toBeVisible();

	await scripts.write("tag 1");
	await page.getByRole("tab", { name: "Words" }).click();
	await page.getByRole("textbox", { name: "Search words of scripts" }).fill("negative");
	await page.getByRole("button", { name: /^jm tag/ }).click();
	await page.keyboard.insertText("1");
	await expect(scripts.text).toHaveText("tag 1 jm 1");

	await scripts.write(COUNTER);
	await expect(scripts.verdict).toContainText("No problem. 5 steps, 1 of 50 tags.");
	const begin = page.getByRole("textbox", { name: "p8, Where counting begins" });
	await begin.fill("40.5");
	await expect(page.getByText("−2147483648 to 4294967295, or 0x0 to 0xFFFFFFFF")).toBeVisible();
	await expect(scripts.button("Run")).toBeDisabled();
	await begin.fill("0x28");
	await scripts.button("Run").click();
	await expect(scripts.state).toHaveText(/^Script \d+, waiting$/);
	await expect(scripts.now(9)).toHaveText("40");
	await app.call("triggerEvent", { event: EVENT });
	await expect(scripts.now(9)).toHaveText("41");

	await begin.fill("7");
	await page.getByRole("button", { name: "Give it these while it runs" }).click();
	await expect(scripts.now(8)).toHaveText("7");
	await scripts.button("Stop").click();
	await expect(scripts.state).toHaveText(/^Script \d+, stopped$/);
	await scripts.write(COUNTER.replace("inr", "dcr"));
	await expect(scripts.state).toContainText("Changed since");
	await page.keyboard.press("Control+Enter");
	await expect(scripts.state).toHaveText(/^Script \d+, waiting$/);
	await app.call("triggerEvent", { event: EVENT });
	await expect(scripts.now(9)).toHaveText("6");

	await scripts.button("Delete").click();
	await expect(scripts.state).toHaveText("Not in pigpiod");
	await page.reload();
	await app.waitUntilLive();
	await app.show("Scripts");
	await expect(scripts.row(/^Counter/)).toHaveAttribute("aria-current", "true");
	await expect(scripts.text).toContainText("dcr p9");
});

test("a script of another page is seen as such, is left alone, and goes with that page", async ({
	app,
	bridge,
	context,
}) => {
	const other = new GpioscopePage(await context.newPage());
	await other.open(bridge.url);
	const id = await other.call("storeScript", { text: "tag 1 evtwt 0x40000000 inr p3 jmp 1" });
	const scripts = new ScriptsPage(app.page);
	await app.show("Scripts");
	const row = scripts.row(new RegExp(`^Stored by .* script ${id}, `));
	await row.click();
	await expect(app.page.getByText("It belongs to another session")).toBeVisible();
	await expect(app.page.getByText("tag 1 evtwt 0x40000000 inr p3 jmp 1")).toBeVisible();
	await other.call("runScript", { script: id, params: [] });
	await expect(scripts.state).toHaveText(`Script ${id}, waiting`);
	await other.call("triggerEvent", { event: EVENT });
	const p3 = app.page.getByRole("complementary").locator("dt", { hasText: /^p3$/ });
	await expect(p3.locator("+ dd")).toHaveText("1");
	await app.page.getByRole("button", { name: "Edit a copy" }).click();
	await expect(scripts.text).toHaveText("tag 1 evtwt 0x40000000 inr p3 jmp 1");
	await row.click();
	await other.page.close();
	await expect(scripts.state).toHaveText("Not in pigpiod");
	await expect(row).toHaveCount(0);
});

test("what pigpiod refuses is told with its name and what to do, and its places are free again", async ({
	app,
}) => {
	const { page } = app;
	const scripts = new ScriptsPage(page);
	await app.show("Scripts");
	await app.arm();
	const taken = [];
	for (let count = 0; count < 32; count++) taken.push(await app.call("storeScript", { text: "halt" }));
	await scripts.button("Store").click();
	const notice = page.getByRole("alert").filter({ hasText: "Storing" });
	await expect(notice).toContainText("PI_NO_SCRIPT_ROOM");
	await expect(notice).toContainText("Delete a script");
	await notice.getByRole("button").click();
	await page.getByRole("button", { name: "Release all" }).click();
	await expect(page.getByText("Released 32 scripts.")).toBeVisible();
	await scripts.button("Store").click();
	await expect(scripts.state).toHaveText(/^Script \d+, stopped$/);
	await scripts.button("Delete").click();
	await expect(scripts.state).toHaveText("Not in pigpiod");
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test("a script is chosen, read and run by thumb", async ({ app }) => {
		const { page } = app;
		const scripts = new ScriptsPage(page);
		await app.show("Scripts");
		await page.getByRole("radio", { name: "List" }).tap();
		await page.getByRole("button", { name: "New", exact: true }).tap();
		await page.getByRole("menuitem", { name: "Measure a pulse" }).tap();
		await expect(scripts.text).toContainText("when it rose");
		await page.getByRole("radio", { name: "Words" }).tap();
		await page.getByRole("button", { name: /^halt/ }).tap();
		await expect(scripts.text).toContainText("halt");
		await page.getByRole("radio", { name: "Run" }).tap();
		await page.getByRole("button", { name: "Arm", exact: true }).tap();
		await expect(page.getByRole("textbox", { name: "p0, GPIO of the input" })).toHaveValue("17");
		await scripts.button("Run").tap();
		await expect(page.getByText(/^Script \d+, (waiting|running)$/)).toBeVisible();
		await scripts.button("Delete").tap();
		await expect(page.getByText("Not in pigpiod")).toBeVisible();
	});
});

for (const colorScheme of ["dark", "light"] as const)
	test(`the list, an error in the text and its help in ${colorScheme} have no violation that axe finds`, async ({
		app,
	}) => {
		const { page } = app;
		const scripts = new ScriptsPage(page);
		await page.emulateMedia({ colorScheme });
		await app.show("Scripts");
		await scripts.write("tag 1\nmils 70000\nblink 3\nw p0 1");
		await page.getByRole("tab", { name: /^Problems/ }).click();
		await expect(page.getByRole("tabpanel").getByRole("button")).toHaveCount(2);
		await scripts.text.click();
		await page.keyboard.press("Control+End");
		await page.keyboard.insertText("\ntri");
		await expect(page.getByRole("option", { name: /^trig/ })).toBeVisible();
		expect(await violationsOf(page)).toEqual([]);
	});
