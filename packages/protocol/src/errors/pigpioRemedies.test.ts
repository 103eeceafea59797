import { describe, expect, it } from "vitest";
import { goldenConnections } from "../../test/goldenCases.ts";
import { commandByCode } from "../commands/registry.ts";
import { pigpioErrors } from "./pigpioErrors.ts";
import { pigpioRemedies } from "./pigpioRemedies.ts";

/** Errors of the real daemon's transcripts: fourth word of each answer that stands alone. */
function errorsSeen(): Set<number> {
	const seen = new Set<number>();
	for (const { received } of goldenConnections()) {
		for (const bytes of received) {
			if (bytes.length !== 16) continue;
			const view = new DataView(bytes.buffer, bytes.byteOffset);
			const unsigned = commandByCode(view.getUint32(0, true))?.spec.result.unsigned ?? true;
			const result = view.getInt32(12, true);
			if (!unsigned && pigpioErrors[result] !== undefined) seen.add(result);
		}
	}
	return seen;
}

describe("pigpioRemedies", () => {
	it("says what to do about every refusal that the real daemon was seen to give", () => {
		const seen = [...errorsSeen()];
		expect(seen.length).toBeGreaterThan(40);
		expect(seen.filter((code) => pigpioRemedies[code] === undefined)).toEqual([]);
	});

	it("knows errors of pigpio only, and speaks in whole sentences", () => {
		for (const [code, remedy] of Object.entries(pigpioRemedies)) {
			expect(pigpioErrors[Number(code)], code).toBeDefined();
			expect(remedy).toMatch(/^[A-Z*p].*\.$/);
		}
	});
});
