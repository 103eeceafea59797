import { test as base, expect } from "@playwright/test";
import { startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { startSimulatorProcess } from "../fixtures/simulatorProcess.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";

base(
	"a killed and restarted daemon is seen, explained and recovered from without a reload",
	async ({ page }) => {
		const first = await startSimulatorProcess(0);
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${first.port}`]);
		const app = new GpioscopePage(page);
		await app.open(bridge.url);
		const before = await app.capture();

		await first.kill();
		await expect(app.banner).toContainText("Nothing listens on");
		await expect(app.banner).toContainText("sudo pigpiod");
		await expect(app.banner.getByRole("button", { name: "Try now" })).toBeVisible();

		const second = await startSimulatorProcess(first.port);
		await expect(app.banner).toBeHidden();
		await page.waitForFunction(
			(earlier) => {
				const state = window.__gpioscope.captureStore.getState();
				return (
					state.gaps > earlier.gaps && state.changes > earlier.changes && state.endTime > earlier.endTime
				);
			},
			{ gaps: before.gaps, changes: before.changes, endTime: before.endTime },
		);
		const after = await app.capture();
		expect(after.firstTime).toBe(before.firstTime);
		expect(app.errors).toEqual([]);

		await bridge.close();
		await second.kill();
	},
);
