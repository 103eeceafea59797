import type { TargetFacts } from "@gpioscope/protocol";
import { beforeEach, expect, it } from "vitest";
import { createJSONStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { connectionStore } from "./connectionStore.ts";
import { keepPerPi } from "./keepPerPi.ts";

const kept = new Map<string, string>();
const storage = createJSONStorage<{ readonly bus: number }>(() => ({
	getItem: (name) => kept.get(name) ?? null,
	setItem: (name, value) => void kept.set(name, value),
	removeItem: (name) => void kept.delete(name),
}));

/** The store of a page that is opened. */
function open() {
	connectionStore.setState({ target: undefined });
	const store = createStore<{ readonly bus: number }>()(
		persist(() => ({ bus: 1 }), { name: "bus", storage, skipHydration: true }),
	);
	keepPerPi(store);
	return store;
}

function connect(host: string, simulated = false): void {
	const target: TargetFacts = {
		id: "pi",
		name: host,
		address: { host, port: 8888 },
		simulated,
		state: { kind: "connecting" },
	};
	connectionStore.setState({ target });
}

beforeEach(() => kept.clear());

it("keeps what was chosen for one Pi from another, and knows it again", () => {
	const first = open();
	connect("bench-pi");
	first.setState({ bus: 6 });
	const second = open();
	connect("shed-pi");
	expect(second.getState().bus).toBe(1);
	second.setState({ bus: 0 });
	const again = open();
	connect("bench-pi");
	expect(again.getState().bus).toBe(6);
});

it("has one for all simulated Pis, whatever their port", () => {
	const first = open();
	connect("127.0.0.1", true);
	first.setState({ bus: 3 });
	const second = open();
	connect("localhost", true);
	expect(second.getState().bus).toBe(3);
});
