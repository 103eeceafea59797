import type { ChannelStatistics } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { capturesStore, LIVE, shownCapture, shownStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { edgeAt, viewport } from "../mainViewport.ts";
import { oneAtATime } from "../oneAtATime.ts";
import { playStore } from "../play/playStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { seenStatistics } from "./seen.ts";

/** Between two looks at the statistics, ms. */
const BEAT_MS = 400;
/** The stretch they are made of, µs. */
const WINDOW = 1e6;
const SHORTEST_WINDOW = 20_000;
/** Levels older than this are no longer known, µs. */
const FRESH = 1e6;
/** Statistics visit every change: so many at most. */
const MOST_CHANGES = 60_000;

interface FiguresState {
	/** Figures of the lanes on screen by channel: of the last second, or of what a paused view shows. */
	readonly lanes: Readonly<Record<number, ChannelStatistics>>;
	/** Level word and known channels. */
	readonly level: number;
	readonly known: number;
	/** Where these are read. */
	readonly place: Place["kind"];
	/** When each channel changed last before `at`, µs of the capture; NaN when it never did. */
	readonly lastChanges: ArrayLike<number>;
	/** Where that is seen from, µs of the capture. */
	readonly at: number;
}

/** Where in the capture the figures are taken: at blue while paused, at what passes while played, else at its newest. */
type Place = { readonly kind: "now" } | { readonly kind: "blue" | "played"; readonly time: number };

/** The figures beside the lanes. */
export const figuresStore = createStore<FiguresState>()(() => ({
	lanes: {},
	level: 0,
	known: 0,
	place: "now",
	lastChanges: [],
	at: 0,
}));

/** The level of a channel by the figures, as its lane shows it; undefined is unknown. */
export function levelOf(
	{ level, known }: Pick<FiguresState, "level" | "known">,
	channel: number,
	inverted = false,
): 0 | 1 | undefined {
	if (((known >>> channel) & 1) === 0) return undefined;
	return (((level >>> channel) & 1) ^ (inverted ? 1 : 0)) as 0 | 1;
}

function placeNow(): Place {
	const { mode, cursors } = scopeStore.getState();
	const { position } = playStore.getState();
	if (mode === "play" && position !== undefined) return { kind: "played", time: position };
	if (mode === "live" || cursors.blue === undefined) return { kind: "now" };
	return { kind: "blue", time: cursors.blue };
}

function windowNow(): { from: number; to: number } {
	const { changesPerSecond, changes, firstTime, endTime } = shownStore.getState();
	const newest = changesPerSecond.reduce((sum, rate) => sum + rate, 0);
	const perSecond = Math.max(newest, (changes / Math.max(1, endTime - firstTime)) * 1e6);
	const length = Math.max(SHORTEST_WINDOW, Math.min(WINDOW, (MOST_CHANGES / Math.max(1, perSecond)) * 1e6));
	if (scopeStore.getState().mode === "live") return { from: endTime - length, to: endTime };
	const { from, to } = viewport.view;
	if (to - from <= length) return { from, to };
	const place = placeNow();
	const centre = place.kind === "now" ? viewport.timeAt(viewport.width / 2) : place.time;
	return { from: centre - length / 2, to: centre + length / 2 };
}

/** What the figures of a view that stands still depend on. */
function keyOfStill(): string {
	const { firstTime, endTime } = shownStore.getState();
	const { from, to } = viewport.view;
	const { blue } = scopeStore.getState().cursors;
	const stored = [Math.max(firstTime, from), Math.min(endTime, to)];
	return [capturesStore.getState().shown, from, to, ...stored, blue, laneStore.getState().revision].join(" ");
}

/** Whether the newest levels are those of now: after a second without news nobody knows. */
function isFresh(): boolean {
	const edge = edgeAt(performance.now());
	const { socket, target } = connectionStore.getState();
	const isLive = socket.kind === "open" && target?.state.kind === "live";
	return isLive && edge !== undefined && edge - shownStore.getState().endTime < FRESH;
}

async function readStatistics(): Promise<void> {
	if (scopeStore.getState().mode === "live" && !isFresh()) {
		figuresStore.setState({ lanes: {} });
		return;
	}
	const { from, to } = windowNow();
	const { lanes } = laneStore.getState();
	if (lanes.length === 0 || to <= from) return;
	const channels = lanes.map((lane) => lane.channel);
	const statistics = await shownCapture.statistics(channels, from, to);
	figuresStore.setState({
		lanes: Object.fromEntries(
			statistics.map((one, place) => [one.channel, seenStatistics(one, lanes[place]?.inverted === true)]),
		),
	});
}

async function readLevels(): Promise<void> {
	const place = placeNow();
	if (place.kind === "now") {
		const { level, known } = shownStore.getState();
		// A capture that does not grow stays known to its end.
		const isTrue = capturesStore.getState().shown !== LIVE || isFresh();
		showLevels({ level, known: isTrue ? known : 0, place: "now" });
		return;
	}
	showLevels({ ...(await shownCapture.levelAt(place.time)), place: place.kind });
}

/** News that is none wakes nobody. */
function showLevels(next: Pick<FiguresState, "level" | "known" | "place">): void {
	const { level, known, place } = figuresStore.getState();
	if (next.level !== level || next.known !== known || next.place !== place) figuresStore.setState(next);
}

async function readLastChanges(): Promise<void> {
	const place = placeNow();
	const at = place.kind === "now" ? shownStore.getState().endTime : place.time;
	figuresStore.setState({ lastChanges: await shownCapture.lastChanges(at), at });
}

/** Keeps the figures up to date; the answer ends it. */
export function startFigures(): () => void {
	const statistics = oneAtATime(readStatistics);
	const levels = oneAtATime(readLevels);
	const lastChanges = oneAtATime(readLastChanges);
	let askedFor = "";
	const beat = (): void => {
		const { mode } = scopeStore.getState();
		// A paused view is asked about once.
		const key = mode === "live" ? "" : keyOfStill();
		if (key !== "" && key === askedFor) return;
		askedFor = key;
		statistics();
		lastChanges();
		if (mode === "live") levels();
	};
	const timer = setInterval(beat, BEAT_MS);
	statistics();
	levels();
	lastChanges();
	const stops = [
		shownStore.subscribe(levels),
		playStore.subscribe((state, before) => {
			if (state.position !== before.position) levels();
		}),
		scopeStore.subscribe((state, before) => {
			if (state.cursors.blue !== before.cursors.blue || state.mode !== before.mode) {
				levels();
				lastChanges();
			}
		}),
	];
	return () => {
		clearInterval(timer);
		for (const stop of stops) stop();
	};
}
