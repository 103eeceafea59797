import type { DrawerTab } from "../../frame/viewDefinition.ts";
import { LiveTrace } from "./LiveTrace.tsx";

export { LiveTraceSheet } from "./LiveTraceSheet.tsx";

import { LiveTraceTools } from "./LiveTraceTools.tsx";

/** The lines that a view works with, as they are now. */
export const liveTraceTab: DrawerTab = {
	id: "liveTrace",
	label: "Live trace",
	Content: LiveTrace,
	Tools: LiveTraceTools,
};
