import type { DrawerTab } from "../../frame/viewDefinition.ts";
import { logTab } from "../../panels/log/index.ts";
import { EventsCount, EventsTab } from "../sideRecords/EventsTab.tsx";
import { SegmentsCount, SegmentsTab } from "../trigger/drawer/SegmentsTab.tsx";
import { MarkersCount, MarkersTab } from "./MarkersTab.tsx";
import { MeasurementsCount, MeasurementsTab } from "./MeasurementsTab.tsx";

/** The tables of the scope: tabs of its drawer, on a phone of its sheet. */
export const tables: readonly DrawerTab[] = [
	{ id: "measurements", label: "Measurements", Content: MeasurementsTab, Count: MeasurementsCount },
	{ id: "markers", label: "Markers", Content: MarkersTab, Count: MarkersCount },
	{ id: "segments", label: "Segments", Content: SegmentsTab, Count: SegmentsCount },
	{ id: "events", label: "Events", Content: EventsTab, Count: EventsCount },
	logTab,
];
