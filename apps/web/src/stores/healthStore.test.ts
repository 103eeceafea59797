import { beforeEach, expect, it } from "vitest";
import { HEALTH_SPAN_MS, healthStore, noteHealth } from "./healthStore.ts";

const told = {
	op: "statistics",
	target: "pi",
	lost: 0,
	roundTripMs: 0.4,
	probeMs: 1.5,
	reportsPerSecond: 3,
} as const;

beforeEach(() => healthStore.setState({ samples: [] }));

it("keeps what was answered, as long as the graphs reach back", () => {
	noteHealth(told, true, 0);
	noteHealth(told, true, HEALTH_SPAN_MS - 1);
	noteHealth(told, true, HEALTH_SPAN_MS);
	const { samples } = healthStore.getState();
	expect(samples.map(({ at }) => at)).toEqual([HEALTH_SPAN_MS - 1, HEALTH_SPAN_MS]);
	expect(samples[0]).toMatchObject({ roundTripMs: 0.4, probeMs: 1.5, reportsPerSecond: 3 });
});

it("takes no figure from before the connection was lost for an answer", () => {
	noteHealth(told, false, 0);
	expect(healthStore.getState().samples).toEqual([{ at: 0 }]);
});
