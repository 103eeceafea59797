import type { DrawerTab } from "../../frame/viewDefinition.ts";
import { LogCount } from "./LogCount.tsx";
import { LogPanel } from "./LogPanel.tsx";

/** The drawer's tab with the commands that were run. */
export const logTab: DrawerTab = { id: "log", label: "Log", Content: LogPanel, Count: LogCount };
