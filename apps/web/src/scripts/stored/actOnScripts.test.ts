import { afterEach, expect, it, vi } from "vitest";
import { BridgeError, bridge } from "../../bridge/index.ts";
import { deleteStored } from "./actOnScripts.ts";
import { storedStore, takeStored } from "./storedStore.ts";

const gone = new BridgeError({
	code: "daemonError",
	message: "unknown script id",
	pigpioName: "PI_BAD_SCRIPT_ID",
});

afterEach(() => {
	vi.restoreAllMocks();
});

it("shows a deletion that waits for a delay as under way, and its end", async () => {
	let answer = (): void => {};
	vi.spyOn(bridge, "call").mockImplementation((name) => {
		if (name !== "deleteScript") return Promise.reject(gone);
		return new Promise((resolve) => {
			answer = () => resolve(0 as never);
		});
	});
	takeStored(new Map([[5, { id: 5, state: "running", params: [] }]]), false);
	const deletion = deleteStored(5);
	expect(storedStore.getState().scripts.get(5)?.state).toBe("deleting");
	answer();
	await deletion;
	expect(storedStore.getState().scripts.has(5)).toBe(false);
});
