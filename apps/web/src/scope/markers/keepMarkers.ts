import { notifications } from "@mantine/notifications";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type CaptureEntry, type CaptureId, capturesStore, LIVE } from "../../bridge/index.ts";
import { fileKey, withKeyMoved } from "../../stores/fileKey.ts";
import { followStorage } from "../../stores/followStorage.ts";
import { namesStore } from "../../stores/namesStore.ts";
import { scopeHistory } from "../history/scopeHistory.ts";
import { scopeStore } from "../scopeStore.ts";
import {
	joinMarks,
	type Marks,
	NO_MARKS,
	placeMarks,
	type StoredMarks,
	wallZeroOf,
} from "./storedMarkers.ts";

/** Captures whose markers the browser remembers. */
const KEPT = 30;
/** From the last change to storing it, ms. */
const STORE_AFTER_MS = 400;

interface MarkersState {
	/** By the Pi or file they belong to. */
	readonly byCapture: Readonly<Record<string, StoredMarks>>;
}

const markersStore = createStore<MarkersState>()(
	persist((): MarkersState => ({ byCapture: {} }), { name: "gpioscope.markers", version: 1 }),
);
followStorage(markersStore);

/** Marks of captures that are open but not shown. */
const set = new Map<CaptureId, Marks>();
/** The capture whose marks stand in the scope. */
let standing: CaptureId = LIVE;
/** The stored marks of the capture have been looked at: before that, storing would forget them. */
let isPlaced = false;

function standingEntry(): CaptureEntry | undefined {
	return capturesStore.getState().entries.find(({ id }) => id === standing);
}

/** What a capture's marks are stored under; undefined for those that end with the page. */
function storageKey(entry: CaptureEntry | undefined): string | undefined {
	if (entry?.source.kind === "live") return `pi:${namesStore.getState().pi}`;
	return entry?.source.kind === "file" ? fileKey(entry.source) : undefined;
}

/** Moves what is stored under one key to another, unless that one has something already. */
export function moveStoredMarks(from: string, to: string): void {
	markersStore.setState(({ byCapture }) => ({ byCapture: withKeyMoved(byCapture, from, to) }));
}

function standingMarks(): Marks {
	const { cursors, named, bluePinned } = scopeStore.getState();
	const { blue, ...others } = cursors;
	return { cursors: bluePinned && blue !== undefined ? { ...others, blue } : others, named, bluePinned };
}

function store(): void {
	const entry = standingEntry();
	const key = storageKey(entry);
	if (key === undefined || !isPlaced) return;
	const anchor = entry?.facts.anchor;
	const marks = standingMarks();
	markersStore.setState(({ byCapture: { [key]: _old, ...others } }) => {
		if (marks.named.length === 0 && Object.keys(marks.cursors).length === 0) return { byCapture: others };
		const stored: StoredMarks = {
			...marks,
			...(anchor === undefined ? {} : { wallZero: wallZeroOf(anchor) }),
			storedAt: Date.now(),
		};
		const newest = Object.entries({ ...others, [key]: stored }).sort(
			([, a], [, b]) => b.storedAt - a.storedAt,
		);
		return { byCapture: Object.fromEntries(newest.slice(0, KEPT)) };
	});
}

/** Puts the stored marks into the scope as soon as it is known which times the capture has. */
function place(): void {
	if (isPlaced) return;
	const entry = standingEntry();
	if (entry === undefined) return;
	const { anchor, firstTime, endTime } = entry.facts;
	const isLive = entry.source.kind === "live";
	if (endTime <= firstTime || (isLive && anchor === undefined)) return;
	isPlaced = true;
	const key = storageKey(entry);
	const stored = key === undefined ? undefined : markersStore.getState().byCapture[key];
	if (stored === undefined) return;
	// A live capture may not have come up to now yet, and a file not to its end.
	const last =
		isLive && anchor !== undefined
			? anchor.time + (Date.now() - anchor.wall) * 1000
			: Number.POSITIVE_INFINITY;
	const { marks, lost } = placeMarks(stored, anchor, { first: firstTime, last });
	scopeStore.setState(joinMarks(standingMarks(), marks));
	scopeHistory.forget();
	if (lost > 0) notifications.show({ message: lostText(lost) });
}

function lostText(lost: number): string {
	return lost === 1
		? "One marker is gone: the time it stood at is no longer captured."
		: `${lost} markers are gone: the times they stood at are no longer captured.`;
}

/** Turns to the marks of the capture that is shown now. */
function turn(): void {
	const { shown, entries } = capturesStore.getState();
	for (const id of set.keys()) if (!entries.some((entry) => entry.id === id)) set.delete(id);
	if (shown === standing) return;
	store();
	set.set(standing, standingMarks());
	standing = shown;
	const known = set.get(shown);
	isPlaced = known !== undefined;
	scopeStore.setState(known ?? NO_MARKS);
	scopeHistory.forget();
	place();
}

/** Keeps cursors and markers: per capture while the page lives, per Pi and file in the browser. The answer ends it. */
export function startKeepingMarkers(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const storeNow = (): void => {
		clearTimeout(timer);
		timer = undefined;
		store();
	};
	const stops = [
		capturesStore.subscribe((state, before) => {
			if (state.shown !== before.shown || state.entries.length !== before.entries.length) turn();
			place();
		}),
		scopeStore.subscribe((state, before) => {
			const isChanged =
				state.cursors !== before.cursors ||
				state.named !== before.named ||
				state.bluePinned !== before.bluePinned;
			if (isChanged) timer ??= setTimeout(storeNow, STORE_AFTER_MS);
		}),
	];
	window.addEventListener("pagehide", storeNow);
	turn();
	place();
	return () => {
		for (const stop of stops) stop();
		window.removeEventListener("pagehide", storeNow);
		if (timer !== undefined) storeNow();
	};
}

/** Cursors and markers of a capture, shown or not. */
export function marksOf(id: CaptureId): Marks {
	return id === standing ? standingMarks() : (set.get(id) ?? NO_MARKS);
}
