import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { LineHeight } from "../stores/namesStore.ts";
import { thriftyStorage } from "../stores/thriftyStorage.ts";
import type { ViewMode } from "./view/surroundings.ts";

/** The four cursors of the scope. */
export type CursorId = "gold" | "blue" | "green" | "red";

/** A marker with a name of its own. */
export interface NamedMarker {
	/** Shown in the flag; also the key that goes to it (3 to 9). */
	readonly number: number;
	readonly name: string;
	readonly note: string;
	/** Capture time, µs. */
	readonly time: number;
}

export type ScopeTool = "select" | "measure" | "zoom";

/** What the ruler counts from. */
export type ZeroChoice =
	| { readonly kind: "start" }
	| { readonly kind: "clock" }
	/** The hit that the scope stands at. */
	| { readonly kind: "trigger" }
	| { readonly kind: "cursor"; readonly cursor: CursorId }
	| { readonly kind: "marker"; readonly number: number };

interface ScopeState {
	/** What moves the view. Pausing stops the view, never the capture. */
	readonly mode: ViewMode;
	/** How far the view's right edge is behind the newest data while paused, µs, in steps of 0.1 s. */
	readonly behindLive: number;
	/** Time of one grid division, µs. */
	readonly division: number;
	readonly tool: ScopeTool;
	readonly zero: ZeroChoice;
	/** A person chose the zero, so that no hit of a trigger changes it. */
	readonly zeroChosen: boolean;
	/** Capture times, µs. */
	readonly cursors: Readonly<Partial<Record<CursorId, number>>>;
	/** Blue stays where it is instead of following the pointer. */
	readonly bluePinned: boolean;
	readonly named: readonly NamedMarker[];
	/** GPIOs whose edges the arrow keys visit; the first is the one measured. */
	readonly selected: readonly number[];
	readonly idleOpen: boolean;
	readonly laneHeight: LineHeight;
	pause(): void;
	live(): void;
}

/** What the scope shows; times are microseconds of the capture. The view itself moves too often to live in a store. */
export const scopeStore = createStore<ScopeState>()(
	persist(
		(set): ScopeState => ({
			mode: "live",
			behindLive: 0,
			division: 100_000,
			tool: "select",
			zero: { kind: "start" },
			zeroChosen: false,
			cursors: {},
			bluePinned: false,
			named: [],
			selected: [],
			idleOpen: false,
			laneHeight: "default",
			pause: () => set({ mode: "paused" }),
			live: () => set((state) => ({ mode: "live", behindLive: 0, cursors: liveCursors(state) })),
		}),
		{
			name: "gpioscope.scope",
			version: 1,
			storage: thriftyStorage(),
			// Times belong to one capture; only choices outlive the page.
			partialize: ({ division, laneHeight }) => ({ division, laneHeight }),
		},
	),
);

/** Blue follows the pointer while paused; a live view would carry it off, unless it is pinned. */
function liveCursors({ cursors, bluePinned }: ScopeState): ScopeState["cursors"] {
	if (bluePinned) return cursors;
	const { blue: _blue, ...others } = cursors;
	return others;
}

/** Sets a cursor to a capture time, or takes it away. */
export function setCursor(cursor: CursorId, time: number | undefined): void {
	scopeStore.setState(({ cursors }) => {
		const { [cursor]: _old, ...others } = cursors;
		return { cursors: time === undefined ? others : { ...others, [cursor]: time } };
	});
}

/** Adds a named marker with the lowest free number from 3 on (1 and 2 are green and red). */
export function addMarker(time: number): NamedMarker {
	const { named } = scopeStore.getState();
	let number = 3;
	while (named.some((marker) => marker.number === number)) number++;
	const marker: NamedMarker = { number, name: "", note: "", time };
	scopeStore.setState({ named: [...named, marker].sort((a, b) => a.number - b.number) });
	return marker;
}

/** Changes a named marker. */
export function changeMarker(number: number, change: Partial<Omit<NamedMarker, "number">>): void {
	scopeStore.setState(({ named }) => ({
		named: named.map((marker) => (marker.number === number ? { ...marker, ...change } : marker)),
	}));
}

export function removeMarker(number: number): void {
	scopeStore.setState(({ named, zero }) => ({
		named: named.filter((marker) => marker.number !== number),
		...(zero.kind === "marker" && zero.number === number ? { zero: { kind: "start" as const } } : {}),
	}));
}
