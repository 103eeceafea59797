import { benchView } from "../bench/index.ts";
import { busesView } from "../buses/index.ts";
import { consoleView } from "../console/index.ts";
import { pinsView } from "../pins/index.ts";
import { scopeView } from "../scope/index.ts";
import { LiveTraceSheet, liveTraceTab } from "../scope/liveTrace/index.ts";
import { scriptsView } from "../scripts/index.ts";
import { settingsView } from "../settings/index.ts";
import type { ViewId } from "../stores/uiStore.ts";
import { wavesView } from "../waves/index.ts";
import type { ViewDefinition } from "./viewDefinition.ts";

/** Views know nothing of each other: the buses say which lines are theirs, the scope draws them. */
const busesBesideTraces: ViewDefinition = {
	...busesView,
	drawer: [liveTraceTab, ...(busesView.drawer ?? [])],
	PhoneSheet: LiveTraceSheet,
};

/** Every main view, in the order of the rail. */
export const views: readonly ViewDefinition[] = [
	scopeView,
	pinsView,
	wavesView,
	busesBesideTraces,
	scriptsView,
	consoleView,
	benchView,
	settingsView,
];

/** The view of that id; ids of addresses that no longer exist show the scope. */
export function viewById(id: ViewId): ViewDefinition {
	return views.find((view) => view.id === id) ?? scopeView;
}
