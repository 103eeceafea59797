import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followStorage } from "./followStorage.ts";

interface Kept {
	readonly singleKeys: boolean;
	readonly inspectorOpen: boolean;
}

describe("followStorage", () => {
	let write: (key: string | null, newValue: string | null) => void;

	beforeEach(() => {
		const window = new EventTarget();
		vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
		write = (key, newValue) => window.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
	});
	afterEach(() => vi.unstubAllGlobals());

	function store() {
		let state: Kept = { singleKeys: true, inspectorOpen: true };
		const rehydrate = vi.fn();
		const setState = vi.fn((change: Partial<Kept>) => {
			state = { ...state, ...change };
		});
		const persist = { getOptions: () => ({ name: "gpioscope.kept" }), rehydrate };
		return { persist, getState: () => state, setState };
	}

	it("reads a store again when another page has written it, and not for anything else", () => {
		const kept = store();
		followStorage(kept);
		write("gpioscope.other", "{}");
		// All was cleared: what this page knows is kept.
		write(null, null);
		expect(kept.persist.rehydrate).not.toHaveBeenCalled();
		write("gpioscope.kept", "{}");
		expect(kept.persist.rehydrate).toHaveBeenCalledOnce();
	});

	it("takes over the keys named only, and writes nothing that is known already", () => {
		const kept = store();
		followStorage(kept, ["singleKeys"]);
		const written = JSON.stringify({ state: { singleKeys: false, inspectorOpen: false }, version: 1 });
		write("gpioscope.kept", written);
		expect(kept.getState()).toEqual({ singleKeys: false, inspectorOpen: true });
		write("gpioscope.kept", written);
		expect(kept.setState).toHaveBeenCalledOnce();
		expect(kept.persist.rehydrate).not.toHaveBeenCalled();
	});
});
