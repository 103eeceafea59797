import { expect, it } from "vitest";
import { byteText } from "./byteText.ts";

it("says bytes in three digits", () => {
	expect(byteText(17)).toBe("17\u00a0bytes");
	expect(byteText(1024)).toBe("1.02\u00a0KB");
	expect(byteText(134_217_728)).toBe("134\u00a0MB");
	expect(byteText(999_600)).toBe("1.00\u00a0MB");
	expect(byteText(3e12)).toBe("3000\u00a0GB");
});
