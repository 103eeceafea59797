import type { DrawerTab } from "../../frame/viewDefinition.ts";
import { lazyPart } from "../../widgets/lazyPart.tsx";
import { LogCount } from "./LogCount.tsx";

/** The drawer's tab with the commands that were run. */
export const logTab: DrawerTab = {
	id: "log",
	label: "Log",
	Content: lazyPart(async () => (await import("./LogPanel.tsx")).LogPanel),
	Count: LogCount,
};
