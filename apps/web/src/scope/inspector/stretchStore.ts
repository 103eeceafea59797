import type { ChannelStatistics } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { capture, captureStore } from "../../bridge/index.ts";
import { markedStretch } from "../actions.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { scopeStore } from "../scopeStore.ts";

/** After the last movement of a marker, ms. */
const CALM_MS = 120;

interface StretchState {
	/** Statistics of the lanes between the markers, in the order of the lanes; undefined without two markers. */
	readonly lanes: readonly ChannelStatistics[] | undefined;
	readonly failed: boolean;
}

/** What the lanes did between gold and blue, or green and red. */
export const stretchStore = createStore<StretchState>()(() => ({ lanes: undefined, failed: false }));

let turn = 0;

async function read(): Promise<void> {
	turn++;
	const mine = turn;
	const stretch = markedStretch();
	if (stretch === undefined) {
		stretchStore.setState({ lanes: undefined, failed: false });
		return;
	}
	const gpios = laneStore.getState().lanes.map((lane) => lane.gpio);
	try {
		const lanes = await capture.statistics(gpios, stretch.from, stretch.to);
		if (mine === turn) stretchStore.setState({ lanes, failed: false });
	} catch {
		if (mine === turn) stretchStore.setState({ lanes: undefined, failed: true });
	}
}

/** Asks again, after a failure. */
export function readStretch(): void {
	void read();
}

/** Keeps the statistics in step with the markers; the answer ends it. */
export function startStretch(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let newestEnd = 0;
	const later = (): void => {
		timer ??= setTimeout(() => {
			timer = undefined;
			void read();
		}, CALM_MS);
	};
	const stops = [
		scopeStore.subscribe((state, before) => {
			if (state.cursors !== before.cursors) later();
		}),
		laneStore.subscribe(later),
		captureStore.subscribe(({ endTime }) => {
			// Markers beyond the newest data wait for it.
			const stretch = markedStretch();
			if (stretch !== undefined && stretch.to > newestEnd) later();
			newestEnd = endTime;
		}),
	];
	later();
	return () => {
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
}
