import { expect, test } from "../fixtures/test.ts";
import { ConsolePage } from "../pages/ConsolePage.ts";

test("a bridge that was started without files and programs says how they are switched on", async ({
	app,
}) => {
	await app.show("Console");
	const page = new ConsolePage(app.page);
	await page.turnTo("Files");
	await expect(app.page.getByRole("region", { name: "File commands are off" })).toContainText(
		"gpioscope --allow files",
	);
	await page.turnTo("Shell");
	await expect(app.page.getByRole("region", { name: "Shell commands are off" })).toContainText(
		"--allow shell",
	);
	await expect(app.page.getByRole("region", { name: "Custom functions are off" })).toContainText(
		"--allow custom",
	);
});
