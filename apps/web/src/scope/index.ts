import { Activity } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { scopeActions } from "./actions/index.ts";
import { LogCount, LogTab } from "./drawer/LogTab.tsx";
import { MarkersCount, MarkersTab } from "./drawer/MarkersTab.tsx";
import { MeasurementsCount, MeasurementsTab } from "./drawer/MeasurementsTab.tsx";
import { ScopeInspector } from "./inspector/ScopeInspector.tsx";
import { PointerItem } from "./PointerItem.tsx";
import { PhoneStrip } from "./phone/PhoneStrip.tsx";
import { ScopeMain } from "./ScopeMain.tsx";
import { searchScope } from "./searchScope.ts";
import { EventsCount, EventsTab } from "./sideRecords/EventsTab.tsx";
import { ScopeToolbar } from "./toolbar/ScopeToolbar.tsx";
import { SegmentsCount, SegmentsTab } from "./trigger/drawer/SegmentsTab.tsx";

/** Live traces of all lines, in time. */
export const scopeView: ViewDefinition = {
	id: "scope",
	label: "Scope",
	icon: Activity,
	Main: ScopeMain,
	Toolbar: ScopeToolbar,
	Inspector: ScopeInspector,
	inspectorWidth: 288,
	PhoneSheet: PhoneStrip,
	drawer: [
		{ id: "measurements", label: "Measurements", Content: MeasurementsTab, Count: MeasurementsCount },
		{ id: "markers", label: "Markers", Content: MarkersTab, Count: MarkersCount },
		{ id: "segments", label: "Segments", Content: SegmentsTab, Count: SegmentsCount },
		{ id: "events", label: "Events", Content: EventsTab, Count: EventsCount },
		{ id: "log", label: "Log", Content: LogTab, Count: LogCount },
	],
	actions: scopeActions,
	search: searchScope,
	StatusItems: PointerItem,
};
