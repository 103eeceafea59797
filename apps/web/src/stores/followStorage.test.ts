import { afterEach, describe, expect, it, vi } from "vitest";
import { followStorage } from "./followStorage.ts";

describe("followStorage", () => {
	afterEach(() => vi.unstubAllGlobals());

	it("reads a store again when another page has written it, and not for anything else", () => {
		const window = new EventTarget();
		vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
		const rehydrate = vi.fn();
		followStorage({ persist: { getOptions: () => ({ name: "gpioscope.names" }), rehydrate } });
		const write = (key: string | null, newValue: string | null): void => {
			window.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
		};
		write("gpioscope.other", "{}");
		// All was cleared: what this page knows is kept.
		write(null, null);
		expect(rehydrate).not.toHaveBeenCalled();
		write("gpioscope.names", "{}");
		expect(rehydrate).toHaveBeenCalledOnce();
	});
});
