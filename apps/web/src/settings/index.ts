import { Settings } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

/** How the page looks and behaves, and what it is connected to. */
export const settingsView: ViewDefinition = {
	id: "settings",
	label: "Settings",
	icon: Settings,
	Main: lazyPart(async () => (await import("./SettingsPage.tsx")).SettingsPage),
};
