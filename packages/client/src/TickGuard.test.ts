import { describe, expect, it } from "vitest";
import { TickGuard } from "./TickGuard.ts";

const WRAP = 2 ** 32;

describe("TickGuard", () => {
	it.each([
		["time that passes", 1000, 251_000, 250, true],
		["a wrap", WRAP - 10, 249_990, 250, true],
		["a little disorder", 1_000_000, 900_000, 250, true],
		["a slow answer", 1000, 5_001_000, 250, true],
		["a jump back", 5_000_000, 20, 250, false],
		["a sleep of this computer", 1000, 1000 + 1_500_000_000, 250, false],
		["half an hour that passed here too", 1000, 1000 + 1_500_000_000, 1_500_000, true],
	])("judges %s", (_, first, second, passedMs, accepted) => {
		const guard = new TickGuard();
		expect(guard.accepts(first, 0)).toBe(true);
		expect(guard.accepts(second, passedMs)).toBe(accepted);
	});
});
