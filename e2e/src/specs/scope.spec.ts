import { expect, test } from "../fixtures/test.ts";

test("opening the page shows moving traces without a click", async ({ app }) => {
	const plot = app.page.getByRole("application", { name: "Traces" });
	await expect(plot).toBeVisible();
	const first = await plot.screenshot();
	await expect.poll(async () => (await plot.screenshot()).equals(first)).toBe(false);
	const { known, firstTime, endTime } = await app.capture();
	expect(known >>> 0).toBe(0xffff_ffff);
	expect(endTime).toBeGreaterThan(firstTime);
});

test("pausing keeps the view still while recording goes on", async ({ app }) => {
	await app.show("Pins");
	await app.show("Scope");
	await app.page.keyboard.press("Space");
	const plot = app.page.getByRole("application", { name: "Traces" });
	await expect(app.page.getByText(/behind live/)).toBeVisible();
	const { changes } = await app.capture();
	const first = await plot.screenshot();
	await expect.poll(async () => (await app.capture()).changes).toBeGreaterThan(changes);
	expect((await plot.screenshot()).equals(first)).toBe(true);
});

/** What of the page's own this test looks at. */
interface Stores {
	readonly captureStore: { subscribe(listener: () => void): () => void };
	readonly drawnStore: { subscribe(listener: () => void): () => void };
}

test("a view that stands still draws and stores nothing while the capture grows", async ({ app }) => {
	await app.page.keyboard.press("Space");
	await expect(app.page.getByText(/behind live/)).toBeVisible();
	const { pictures, writes } = await app.page.evaluate(async () => {
		const { captureStore, drawnStore } = (window as unknown as { __gpioscope: Stores }).__gpioscope;
		const news = (count: number) =>
			new Promise<void>((resolve) => {
				let left = count;
				const stop = captureStore.subscribe(() => {
					if (--left > 0) return;
					stop();
					resolve();
				});
			});
		// The first news may still bring what was on its way.
		await news(1);
		let pictures = 0;
		let writes = 0;
		const stop = drawnStore.subscribe(() => {
			pictures++;
		});
		const { setItem } = Storage.prototype;
		Storage.prototype.setItem = function (...args) {
			writes++;
			setItem.apply(this, args);
		};
		await news(3);
		Storage.prototype.setItem = setItem;
		stop();
		return { pictures, writes };
	});
	// A lane that moves for the first time may unfold meanwhile.
	expect(pictures).toBeLessThan(4);
	expect(writes).toBe(0);
});
