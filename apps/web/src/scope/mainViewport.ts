import {
	type CaptureId,
	captureStore,
	capturesStore,
	LIVE,
	showCapture,
	shownStore,
} from "../bridge/index.ts";
import { openIdle } from "./fold/foldStore.ts";
import { liveEdgeAt } from "./liveNow.ts";
import { markedStretch } from "./markers/markedStretch.ts";
import { Player } from "./play/Player.ts";
import { playSpeed, playStore } from "./play/playStore.ts";
import { scopeStore } from "./scopeStore.ts";
import type { TimeView } from "./view/timeView.ts";
import { Viewport } from "./view/viewport.ts";

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Capture time of the right edge of a live view, µs; of a capture that does not grow its end. */
export function edgeAt(now: number): number | undefined {
	return capturesStore.getState().shown === LIVE ? liveEdgeAt(now) : shownStore.getState().endTime;
}

/** The newest moment of the shown capture, µs: one that goes on behind a paused view tells only now and then how far it is. */
export function newestTime(now = performance.now()): number {
	const { endTime } = shownStore.getState();
	return Math.max(endTime, edgeAt(now) ?? endTime);
}

captureStore.subscribe(() => viewport.noteBehind(performance.now()));

/** Lets recorded time pass again. */
export const player = new Player({
	store: playStore,
	speed: playSpeed,
	range: (now) => {
		const { firstTime, endTime } = shownStore.getState();
		if (endTime <= firstTime) return undefined;
		const all = { from: firstTime, to: newestTime(now) };
		return (playStore.getState().loop ? markedStretch() : undefined) ?? all;
	},
	ended: () => scopeStore.getState().pause(),
	reducedMotion: () => reducedMotion.matches,
});

/** The stretch of time that the scope shows. */
export const viewport = new Viewport({
	store: scopeStore,
	edge: edgeAt,
	bounds: () => {
		const { firstTime, endTime } = shownStore.getState();
		return endTime > firstTime ? { first: firstTime, last: endTime } : undefined;
	},
	playCentre: (now) => player.centreAt(now),
	tick: () => 1 / shownStore.getState().ticksPerMicro,
	reducedMotion: () => reducedMotion.matches,
	openIdle,
});

/** What was last on view of the captures that are open but not shown. */
const lastViews = new Map<CaptureId, TimeView>();

capturesStore.subscribe(({ shown, entries }, before) => {
	if (shown === before.shown) return;
	lastViews.set(before.shown, viewport.view);
	for (const id of lastViews.keys()) if (!entries.some((entry) => entry.id === id)) lastViews.delete(id);
	// What was idle in one capture says nothing of another.
	viewport.fold([], { kind: "edges" });
	if (shown === LIVE) return;
	// Play-back goes on only in the capture it began in, and only the live capture goes on by itself.
	scopeStore.getState().pause();
	const { firstTime, endTime } = shownStore.getState();
	const last = lastViews.get(shown);
	if (last !== undefined) viewport.show(last);
	else if (endTime > firstTime) viewport.show(viewport.fitted(firstTime, endTime));
});

scopeStore.subscribe(({ mode }, before) => {
	if (mode === "live" && before.mode !== "live") showCapture(LIVE);
	if (mode !== "play") player.stop();
});

playStore.subscribe(({ speedIndex }, before) => {
	if (speedIndex !== before.speedIndex) player.speedChanged(performance.now());
});

/** Plays from a capture time (µs) on, by default from the middle of the view. */
export function playFrom(time?: number): void {
	const { firstTime, endTime } = shownStore.getState();
	if (endTime <= firstTime) return;
	const wanted = Math.max(firstTime, time ?? viewport.timeAt(viewport.width / 2));
	// At the end there is nothing left to play: it begins again.
	player.start(wanted < endTime ? wanted : firstTime, performance.now());
	scopeStore.setState({ mode: "play" });
}
