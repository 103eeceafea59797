import { afterEach, describe, expect, it } from "vitest";
import { shownStore } from "../bridge/index.ts";
import { timeText } from "./currentZero.ts";
import { spanText } from "./spanText.ts";

/** Makes the expectations readable: thin and no-break spaces as plain ones. */
const plain = (text: string) => text.replace(/[\u2009\u00a0]/g, " ");

afterEach(() => shownStore.setState(shownStore.getInitialState(), true));

describe("times of a capture", () => {
	it.each([
		[1, 0.35, "0 µs", "0 µs"],
		[100, 0.35, "350 ns", "350 ns"],
		[100, 224.61, "224.6 µs", "224.61 µs"],
		[1000, 12_345.678, "12.35 ms", "12.345 678 ms"],
		[0.001, 1_234_567, "1.235 s", "1.235 s"],
	])(
		"with %d ticks a microsecond have its digits, no more and no fewer",
		(ticksPerMicro, micros, span, time) => {
			shownStore.setState({ ticksPerMicro });
			expect(plain(spanText(micros))).toBe(span);
			expect(plain(timeText(micros, { kind: "time", time: 0 }))).toBe(time);
		},
	);
});
