import { expect, it } from "vitest";
import { pinsStore } from "../stores/pinsStore.ts";
import { onOutputLost } from "./outputLost.ts";

const setMode = (mode: number) =>
	pinsStore.setState({ pins: { 6: { gpio: 6, mode, drive: { kind: "none" } } } });

it("hears once that the output is something else, and not while it becomes one", () => {
	const lost: number[] = [];
	setMode(0);
	const stop = onOutputLost(
		() => 6,
		(gpio) => lost.push(gpio),
	);
	setMode(1);
	setMode(1);
	expect(lost).toEqual([]);
	setMode(4);
	setMode(0);
	expect(lost).toEqual([6]);
	stop();
});
