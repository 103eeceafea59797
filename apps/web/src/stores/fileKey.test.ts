import { expect, it } from "vitest";
import { fileKey, fileNameKey, withKeyMoved } from "./fileKey.ts";

it("tells files of one name apart, and takes over what was kept by name", () => {
	const [first, second] = ["5-a", "5-b"].map((fingerprint) => fileKey({ name: "bus.vcd", fingerprint }));
	if (first === undefined || second === undefined) throw new Error("no keys");
	expect(first).not.toBe(second);
	const byName = { [fileNameKey("bus.vcd")]: 1, pi: 2 };
	const moved = withKeyMoved(byName, fileNameKey("bus.vcd"), first);
	expect(moved).toEqual({ [first]: 1, pi: 2 });
	expect(withKeyMoved(moved, fileNameKey("bus.vcd"), second)).toBe(moved);
	const taken = { ...byName, [second]: 3 };
	expect(withKeyMoved(taken, fileNameKey("bus.vcd"), second)).toBe(taken);
});
