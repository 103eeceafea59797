import type { ChannelMeasurement } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { shownStore } from "../../bridge/index.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { measureLanes } from "../measure/measureLanes.ts";
import { scopeStore } from "../scopeStore.ts";

/** Between two questions at least, ms. */
const CALM_MS = 120;
/** And so many times as long as the last one took. */
const BREAK = 4;

interface StretchState {
	/** Measurements of the lanes between the markers, in the order of the lanes; undefined without two markers. */
	readonly lanes: readonly ChannelMeasurement[] | undefined;
	readonly failed: boolean;
}

/** What the lanes did between gold and blue, or green and red. */
export const stretchStore = createStore<StretchState>()(() => ({ lanes: undefined, failed: false }));

let turn = 0;
/** How long the capture took to answer last, ms. */
let lastDuration = 0;

async function read(): Promise<void> {
	turn++;
	const mine = turn;
	const stretch = markedStretch();
	if (stretch === undefined) {
		stretchStore.setState({ lanes: undefined, failed: false });
		return;
	}
	const start = performance.now();
	try {
		const lanes = await measureLanes(stretch.from, stretch.to);
		lastDuration = performance.now() - start;
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
		timer ??= setTimeout(
			() => {
				timer = undefined;
				void read();
				// Counting millions of changes takes a while: the traces must not wait for it again and again.
			},
			Math.max(CALM_MS, BREAK * lastDuration),
		);
	};
	const stops = [
		scopeStore.subscribe((state, before) => {
			if (state.cursors !== before.cursors) later();
		}),
		laneStore.subscribe(later),
		shownStore.subscribe(({ endTime }) => {
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
