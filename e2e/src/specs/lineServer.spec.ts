import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";

test("scripts use pins over the line server's socket, which goes when the bridge does", async ({
	page,
	simulator,
}) => {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-lines-"));
	const path = join(folder, "lines");
	const bridge = await startBridgeProcess([
		...["--pi", `127.0.0.1:${simulator.port}`],
		...["--line-socket", path],
	]);
	try {
		expect(statSync(path).mode & 0o777).toBe(0o660);
		await new GpioscopePage(page).open(bridge.url);
		const socket = connect(path);
		const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
		socket.write("WRITE 4 1\n#now READ 4\n");
		expect((await lines.next()).value).toBe("OK - operation performed");
		expect((await lines.next()).value).toBe("#now OK - 1");
		socket.destroy();
		await page.getByRole("tab", { name: /log/i }).click();
		await expect(page.getByRole("option", { name: /line server.*w 23 1/ })).toBeVisible();
	} finally {
		await bridge.close();
		expect(existsSync(path)).toBe(false);
		rmSync(folder, { recursive: true });
	}
});
