import type { ChannelMeasurement } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { shownStore } from "../../bridge/index.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { scopeStore } from "../scopeStore.ts";
import type { Sorting } from "./MeasuresTable.tsx";
import { measureLanes } from "./measureLanes.ts";

/** What the table of measurements is about. */
export type MeasuredRange = "view" | "markers" | "all";

interface MeasuresState {
	readonly range: MeasuredRange;
	readonly sorting: Sorting | undefined;
	/** In the order of the lanes; undefined where there is nothing to measure. */
	readonly lanes: readonly ChannelMeasurement[] | undefined;
	/** The stretch they were measured in, µs of the capture. */
	readonly stretch: { readonly from: number; readonly to: number } | undefined;
	readonly failed: boolean;
}

/** The table of measurements in the drawer. */
export const measuresStore = createStore<MeasuresState>()(() => ({
	range: "view",
	sorting: undefined,
	lanes: undefined,
	stretch: undefined,
	failed: false,
}));

/** Sorts by a column, largest first; again turns it round, a third time takes the order of the lanes. */
export function sortBy(id: string): void {
	measuresStore.setState(({ sorting }) => {
		if (sorting?.id !== id) return { sorting: { id, direction: -1 } };
		return { sorting: sorting.direction === -1 ? { id, direction: 1 } : undefined };
	});
}

/** Between two measurements at least, ms. */
const CALM_MS = 500;
/** And so many times as long as the last one took: whole captures are large. */
const BREAK = 8;

function stretchOf(range: MeasuredRange): { readonly from: number; readonly to: number } | undefined {
	if (range === "markers") return markedStretch();
	const { firstTime, endTime } = shownStore.getState();
	if (endTime <= firstTime) return undefined;
	if (range === "all") return { from: firstTime, to: endTime };
	const from = Math.max(firstTime, viewport.view.from);
	const to = Math.min(endTime, viewport.view.to);
	return to > from ? { from, to } : undefined;
}

let lastDuration = 0;

async function measure(): Promise<void> {
	const stretch = stretchOf(measuresStore.getState().range);
	if (stretch === undefined) {
		measuresStore.setState({ lanes: undefined, stretch, failed: false });
		return;
	}
	const start = performance.now();
	try {
		const lanes = await measureLanes(stretch.from, stretch.to);
		measuresStore.setState({ lanes, stretch, failed: false });
	} catch (error) {
		measuresStore.setState({ failed: true });
		console.error("The capture did not answer.", error);
	}
	lastDuration = performance.now() - start;
}

/** Keeps the table in step with what it is about while it is on screen; the answer ends it. */
export function startMeasures(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isMeasuring = false;
	let isAsked = false;
	let isEnded = false;
	const run = (): void => {
		timer = undefined;
		isMeasuring = true;
		isAsked = false;
		void measure().then(() => {
			isMeasuring = false;
			if (isAsked) later();
		});
	};
	const later = (): void => {
		isAsked = true;
		if (isMeasuring || timer !== undefined || isEnded) return;
		timer = setTimeout(run, Math.max(CALM_MS, BREAK * lastDuration));
	};
	const stops = [
		viewport.subscribe(() => {
			if (measuresStore.getState().range === "view") later();
		}),
		scopeStore.subscribe((state, before) => {
			if (state.cursors !== before.cursors && measuresStore.getState().range === "markers") later();
		}),
		shownStore.subscribe(() => {
			const { range, stretch } = measuresStore.getState();
			const wanted = stretchOf(range);
			if (wanted?.from !== stretch?.from || wanted?.to !== stretch?.to) later();
		}),
		laneStore.subscribe(later),
		measuresStore.subscribe((state, before) => {
			if (state.range === before.range || isMeasuring) return;
			clearTimeout(timer);
			run();
		}),
	];
	run();
	return () => {
		isEnded = true;
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
}
