import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { isNarrow } from "../theme/pageSize.ts";
import { followStorage } from "./followStorage.ts";

/** The main views, by the last part of the page's address. */
export const viewIds = [
	"scope",
	"pins",
	"waves",
	"buses",
	"scripts",
	"console",
	"bench",
	"settings",
] as const;
export type ViewId = (typeof viewIds)[number];

/** Arming goes back to view only after this long without an action. */
export const ARM_TIMEOUT_MS = 60 * 60 * 1000;

interface UiState {
	readonly view: ViewId;
	/** GPIO the views agree on as selected. */
	readonly selectedGpio: number | undefined;
	/** When armed: the time (ms of epoch) of the last action; undefined is view only. */
	readonly armedAt: number | undefined;
	/** In a wide window, where the inspector has a column of its own. */
	readonly inspectorOpen: boolean;
	/** In a narrow window, where the inspector lies over the view: only when asked for. */
	readonly overlayOpen: boolean;
	/** Views whose drawer is unfolded. */
	readonly drawerOpen: Readonly<Partial<Record<ViewId, boolean>>>;
	readonly drawerTab: Readonly<Record<string, string>>;
	/** Plain wheel scrolls and Ctrl wheel zooms, instead of the other way round. */
	readonly wheelScrolls: boolean;
	/** Traces are thin and thick in turns, which tells neighbours apart without colour. */
	readonly tracePattern: boolean;
	/** Open files are there again when the page is opened anew. */
	readonly keepFiles: boolean;
	/** Single-letter keys act. */
	readonly singleKeys: boolean;
	/** The list of keys is open. */
	readonly keysOpen: boolean;
}

/** What the person chose about the page itself; kept in the browser, but for what belongs to this Pi and this visit. */
export const uiStore = createStore<UiState>()(
	persist(
		(): UiState => ({
			view: "scope",
			selectedGpio: undefined,
			armedAt: undefined,
			inspectorOpen: true,
			overlayOpen: false,
			drawerOpen: { waves: true },
			drawerTab: {},
			wheelScrolls: false,
			tracePattern: false,
			keepFiles: true,
			singleKeys: true,
			keysOpen: false,
		}),
		{
			name: "gpioscope.ui",
			version: 1,
			partialize: ({
				view: _view,
				armedAt: _armed,
				selectedGpio: _selected,
				overlayOpen: _overlay,
				keysOpen: _keys,
				...kept
			}) => kept,
		},
	),
);

// What is folded and open where is each page's own.
followStorage(uiStore, ["wheelScrolls", "tracePattern", "keepFiles", "singleKeys"]);

/** True while actions that change pins are allowed. */
export function isArmed(state: Pick<UiState, "armedAt"> = uiStore.getState(), now = Date.now()): boolean {
	return state.armedAt !== undefined && now - state.armedAt < ARM_TIMEOUT_MS;
}

/** Arms or goes back to view only. */
export function setArmed(armed: boolean): void {
	uiStore.setState({ armedAt: armed ? Date.now() : undefined });
}

/** How far `armedAt` may be behind: a dragged slider acts sixty times a second, and each time is written down. */
const NOTED_EVERY_MS = 1000;

/** Restarts the hour after which an armed page goes back to view only. */
export function noteAction(): void {
	const { armedAt = 0 } = uiStore.getState();
	const now = Date.now();
	if (isArmed() && now - armedAt >= NOTED_EVERY_MS) uiStore.setState({ armedAt: now });
}

/** Shows a view. */
export function showView(view: ViewId): void {
	uiStore.setState({ view });
}

/** Unfolds the drawer of a view, or folds it to its tabs. */
export function openDrawer(view: ViewId, isOpen: boolean): void {
	const { drawerOpen } = uiStore.getState();
	if ((drawerOpen[view] ?? false) !== isOpen)
		uiStore.setState({ drawerOpen: { ...drawerOpen, [view]: isOpen } });
}

/** Selects a GPIO for every view; what there is to know of it comes into sight. */
export function selectGpio(selectedGpio: number | undefined): void {
	uiStore.setState({ selectedGpio, overlayOpen: selectedGpio !== undefined });
}

/** Shows or hides the inspector, beside the view or over it. */
export function toggleInspector(): void {
	uiStore.setState(({ inspectorOpen, overlayOpen }) =>
		isNarrow() ? { overlayOpen: !overlayOpen } : { inspectorOpen: !inspectorOpen },
	);
}
