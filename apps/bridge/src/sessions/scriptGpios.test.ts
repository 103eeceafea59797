import { expect, it } from "vitest";
import { gpiosOfScript } from "./scriptGpios.ts";

it("finds the GPIOs that a script changes, not those that it reads or works out", () => {
	const text = "m 5 w tag 1 w p0 1 r 6 mils 100 bs1 0x600000 w v3 0 dcra jp 1";
	expect(gpiosOfScript(text, [17])).toEqual([5, 17, 21, 22]);
	expect(gpiosOfScript(text, [])).toEqual([5, 21, 22]);
});
