import type { TargetFacts } from "@gpioscope/protocol";
import { beforeEach, expect, it } from "vitest";
import { connectionStore } from "../../stores/connectionStore.ts";
import { noteDeleting, noteOrigin, storedIdOf, storedStore, takeStored } from "./storedStore.ts";

const target: TargetFacts = {
	id: "pi",
	name: "Pi",
	address: { host: "localhost", port: 8888 },
	simulated: false,
	state: { kind: "live", epoch: 1, version: 79, revision: 0xa02082, since: 0 },
};
const at = (state: TargetFacts["state"]) => connectionStore.setState({ target: { ...target, state } });
const script = (id: number, p0 = 0) => ({ id, state: "running" as const, params: [p0] });

beforeEach(() => {
	connectionStore.setState({ sessionId: "ann" });
	at(target.state);
	storedStore.setState({ scripts: new Map(), origins: new Map(), isKnown: false });
	noteOrigin(3, { documentId: "blink", text: "w 4 1" });
	takeStored(new Map([[3, script(3)]]), false);
});

it("knows which stored script was made of one of this browser, until it is gone", () => {
	expect(storedIdOf("blink")).toBe(3);
	takeStored(new Map([[3, undefined]]), false);
	expect(storedIdOf("blink")).toBeUndefined();
	expect(storedStore.getState().scripts.size).toBe(0);
});

it("changes only when something has changed", () => {
	const before = storedStore.getState();
	takeStored(
		new Map([
			[3, script(3)],
			[4, undefined],
		]),
		false,
	);
	expect(storedStore.getState()).toBe(before);
	takeStored(new Map([[3, script(3, 5)]]), false);
	expect(storedStore.getState().scripts.get(3)?.params).toEqual([5]);
});

it("keeps a script that is being deleted until that is over, although pigpiod knows it no more", () => {
	const noteEnd = noteDeleting(3);
	takeStored(new Map([[3, undefined]]), false);
	expect(storedIdOf("blink")).toBe(3);
	expect(storedStore.getState().scripts.get(3)?.state).toBe("deleting");
	noteEnd();
	takeStored(new Map([[3, undefined]]), false);
	expect(storedIdOf("blink")).toBeUndefined();
});

it("does not bring a script back that went with another run of pigpiod while it was being deleted", () => {
	const noteEnd = noteDeleting(3);
	at({ ...target.state, epoch: 2 } as TargetFacts["state"]);
	noteEnd();
	expect(storedStore.getState().scripts.size).toBe(0);
});

it("goes on after a lost connection to the same run of pigpiod", () => {
	at({ kind: "connecting" });
	at(target.state);
	expect(storedIdOf("blink")).toBe(3);
});

it.each([
	["pigpiod was restarted", () => at({ ...target.state, epoch: 2 } as TargetFacts["state"])],
	["the session is another one", () => connectionStore.setState({ sessionId: "bob" })],
	["the Pi is another one", () => connectionStore.setState({ target: { ...target, id: "other" } })],
])("forgets all when %s", (_, happen) => {
	happen();
	expect(storedIdOf("blink")).toBeUndefined();
	expect(storedStore.getState()).toMatchObject({ isKnown: false });
});
