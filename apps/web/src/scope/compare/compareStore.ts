import type { Differences } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { CaptureId } from "../../bridge/index.ts";
import type { ChannelPair } from "./pairChannels.ts";

/** What the comparison showed, and of what. */
export interface Comparison {
	readonly differences: Differences;
	/** µs to add to a time of the other capture to get the time here. */
	readonly shift: number;
	readonly pairs: readonly ChannelPair[];
}

/** How two captures are shown: one trace over the other, or one below the other. */
export type CompareWay = "overlay" | "beside";

interface CompareState {
	readonly way: CompareWay;
	/** The capture that the shown one is compared with; undefined while nothing is compared. */
	readonly other: CaptureId | undefined;
	/** Id of an alignment; when it is not possible (any more), the likeliest one is taken. */
	readonly alignment: string | undefined;
	/** µs by which an edge may lie elsewhere and still be the same. */
	readonly tolerance: number;
	/** Undefined until the worker has answered. */
	readonly result: Comparison | undefined;
}

/** Comparing the shown capture with another one. */
export const compareStore = createStore<CompareState>()(
	persist(
		(): CompareState => ({
			way: "overlay",
			other: undefined,
			alignment: undefined,
			tolerance: 1,
			result: undefined,
		}),
		{ name: "gpioscope.compare", version: 1, partialize: ({ way }) => ({ way }) },
	),
);

/** Begins to compare the shown capture with another, or goes on with a third. */
export function compareWith(other: CaptureId): void {
	compareStore.setState({ other, alignment: undefined, result: undefined });
}

export function endComparing(): void {
	compareStore.setState({ other: undefined, result: undefined });
}
