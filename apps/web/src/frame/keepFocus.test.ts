// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startKeepingFocus } from "./keepFocus.ts";

let end: () => void;

const byId = (id: string): HTMLElement => {
	const found = document.getElementById(id);
	if (found === null) throw new Error(`There is no ${id}.`);
	return found;
};
const focused = (): string => document.activeElement?.id ?? "";

/** Presses a key on a control, as one does who has come there by keys. */
function press(id: string, upTo: "down" | "up" = "up"): void {
	byId(id).focus();
	byId(id).dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
	if (upTo === "up") letGo(id);
}

function letGo(id: string): void {
	byId(id).dispatchEvent(new KeyboardEvent("keyup", { key: "Enter", bubbles: true }));
}

describe("startKeepingFocus", () => {
	beforeEach(() => {
		document.body.innerHTML = `
			<main id="main" tabindex="-1">
				<div id="row"><button id="open">Open</button><button id="more">More</button></div>
				<button id="other">Other</button>
			</main>
			<div role="dialog" id="dialog"><button id="yes">Yes</button></div>`;
		end = startKeepingFocus();
	});
	afterEach(() => end());

	it("gives the focus of what goes to what stands beside it", async () => {
		press("open");
		byId("open").remove();
		await vi.waitFor(() => expect(focused()).toBe("more"));
	});

	it("goes further out where nothing is left beside it, and to the view where nothing is left at all", async () => {
		press("open");
		byId("row").remove();
		await vi.waitFor(() => expect(focused()).toBe("other"));
		press("other");
		byId("main").outerHTML = '<main id="main" tabindex="-1"></main>';
		await vi.waitFor(() => expect(focused()).toBe("main"));
	});

	it("gives it back to what opened a dialog that is gone", async () => {
		press("open");
		press("yes");
		byId("dialog").remove();
		await vi.waitFor(() => expect(focused()).toBe("open"));
	});

	it("gives it back to what was barred for a while", async () => {
		press("open");
		byId("open").blur();
		byId("open").setAttribute("disabled", "");
		byId("row").append("asking…");
		await new Promise(requestAnimationFrame);
		byId("open").removeAttribute("disabled");
		await vi.waitFor(() => expect(focused()).toBe("open"));
	});

	it("goes on from what was barred and is gone, or stays barred as it has nothing left to do", async () => {
		press("open");
		byId("open").blur();
		byId("open").setAttribute("disabled", "");
		byId("row").append("asking…");
		await new Promise(requestAnimationFrame);
		expect(document.activeElement).toBe(document.body);
		await vi.waitFor(() => expect(focused()).toBe("more"), { timeout: 3000 });
		press("more");
		byId("more").blur();
		byId("more").setAttribute("disabled", "");
		byId("row").append("asking…");
		await new Promise(requestAnimationFrame);
		byId("row").remove();
		await vi.waitFor(() => expect(focused()).toBe("other"));
	});

	it("waits until the key is let go, so that it presses nothing else", async () => {
		press("open", "down");
		byId("open").remove();
		await new Promise(requestAnimationFrame);
		expect(document.activeElement).toBe(document.body);
		letGo("other");
		await vi.waitFor(() => expect(focused()).toBe("more"));
	});

	it("leaves alone who uses the mouse, and who left a field", async () => {
		press("open");
		byId("open").blur();
		byId("row").append("text");
		await new Promise(requestAnimationFrame);
		expect(document.activeElement).toBe(document.body);
		press("open");
		byId("open").dispatchEvent(new Event("pointerdown", { bubbles: true }));
		byId("open").remove();
		await new Promise(requestAnimationFrame);
		expect(document.activeElement).toBe(document.body);
	});
});
