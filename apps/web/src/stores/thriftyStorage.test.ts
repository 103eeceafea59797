import { expect, it, vi } from "vitest";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { thriftyStorage } from "./thriftyStorage.ts";

const kept = new Map<string, string>();
const write = vi.fn((name: string, value: string) => kept.set(name, value));
vi.stubGlobal("localStorage", { getItem: (name: string) => kept.get(name) ?? null, setItem: write });

it("is written only when what is kept has changed", () => {
	const store = createStore<{ kept: number; passing: number }>()(
		persist(() => ({ kept: 1, passing: 0 }), {
			name: "thrifty",
			storage: thriftyStorage(),
			partialize: ({ kept }) => ({ kept }),
		}),
	);
	store.setState({ kept: 2 });
	write.mockClear();
	for (let passing = 1; passing < 100; passing++) store.setState({ passing });
	expect(write).not.toHaveBeenCalled();
	store.setState({ kept: 3 });
	expect(write).toHaveBeenCalledTimes(1);
	expect(kept.get("thrifty")).toContain('"kept":3');
});
