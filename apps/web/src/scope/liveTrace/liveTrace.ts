import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { capture, captureStore, LIVE } from "../../bridge/index.ts";
import { dealtColours, traceColour } from "../../stores/dealtColours.ts";
import { gpioName, namesStore } from "../../stores/namesStore.ts";
import { thriftyStorage } from "../../stores/thriftyStorage.ts";
import { tracedLinesStore } from "../../stores/tracedLinesStore.ts";
import { type Lane, laneSizes } from "../lanes/laneLayout.ts";
import { liveEdgeAt } from "../liveNow.ts";
import { scopeStore } from "../scopeStore.ts";
import type { TimelineWorld } from "../timeline/TimelineWorld.ts";
import type { ViewMode } from "../view/surroundings.ts";
import { Viewport } from "../view/viewport.ts";
import { zeroOf } from "../view/zero.ts";

interface LiveTraceState {
	readonly mode: ViewMode;
	readonly behindLive: number;
	/** µs. */
	readonly division: number;
	/** The newest stretch of activity is shown whenever there is another one. */
	readonly followsActivity: boolean;
	/** Whether the lines have changed at all, as far as that was asked. */
	readonly hasActivity: boolean;
}

/** What moves the live trace, and how much time it shows. */
export const liveTraceStore = createStore<LiveTraceState>()(
	persist(
		(): LiveTraceState => ({
			mode: "live",
			behindLive: 0,
			division: 50_000,
			followsActivity: false,
			hasActivity: true,
		}),
		{
			name: "gpioscope.liveTrace",
			version: 1,
			storage: thriftyStorage(),
			// What is on view belongs to one capture.
			partialize: ({ division }) => ({ division }),
		},
	),
);

/** A capture has so many channels. */
const CHANNELS = 32;

/** The lanes of the live trace, one for each line that a capture has. */
export const liveLanesStore = createStore<{ readonly rows: readonly Lane[] }>()(() => ({ rows: [] }));

function layOut(): void {
	const size = laneSizes.compact;
	const lines = tracedLinesStore.getState().lines.filter(({ gpio }) => gpio < CHANNELS);
	const rows = lines.map(
		({ gpio }, index): Lane => ({
			...size,
			kind: "trace",
			id: `live-${gpio}`,
			top: index * size.height,
			lower: 0,
			channel: gpio,
			color: traceColour(gpio),
			inverted: false,
			idle: false,
			group: undefined,
		}),
	);
	liveLanesStore.setState({ rows });
}

/** Keeps lanes and figures in step with the lines of the view, their names and their colours. */
export function startLiveTrace(): () => void {
	layOut();
	const stops = [
		tracedLinesStore.subscribe(layOut),
		namesStore.subscribe(layOut),
		dealtColours.subscribe(layOut),
		captureStore.subscribe(() => liveViewport.noteBehind(performance.now())),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The stretch of time that the live trace shows. */
export const liveViewport = new Viewport({
	store: liveTraceStore,
	edge: liveEdgeAt,
	bounds: () => {
		const { firstTime, endTime } = captureStore.getState();
		return endTime > firstTime ? { first: firstTime, last: endTime } : undefined;
	},
	playCentre: () => undefined,
	tick: () => 1 / captureStore.getState().ticksPerMicro,
	reducedMotion: () => reducedMotion.matches,
	openIdle: () => undefined,
});

/** The lines of the view in the live capture, whatever the scope shows. */
export const liveWorld: TimelineWorld = {
	viewport: liveViewport,
	capture: { questions: capture, facts: captureStore, id: () => LIVE, edgeAt: liveEdgeAt },
	lanes: liveLanesStore,
	nameOf: (gpio) => gpioName(namesStore.getState(), gpio),
	zero: () => {
		const { origin, anchor } = captureStore.getState();
		// Cursors and markers of the scope may lie in another capture; its clock is everybody's.
		const zero = scopeStore.getState().zero.kind === "clock" ? "clock" : "start";
		return zeroOf({ zero: { kind: zero }, cursors: {}, named: [], hit: undefined, origin, anchor });
	},
	onZero: (listener) =>
		scopeStore.subscribe((state, before) => {
			if (state.zero !== before.zero) listener();
		}),
};

/** Mask of the channels of the lanes. */
export function tracedMask(): number {
	return liveLanesStore.getState().rows.reduce((mask, { channel }) => mask | (1 << channel), 0) >>> 0;
}
