import { Activity, Settings } from "lucide-react";
import { defineAction } from "../actions/defineAction.ts";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { showDaemon } from "../stores/settingsPage.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

const parts = () => import("./parts.ts");

/** How the page looks and behaves, what it is connected to, and how that does. */
export const settingsView: ViewDefinition = {
	id: "settings",
	label: "Settings",
	icon: Settings,
	Main: lazyPart(async () => (await parts()).SettingsMain),
	Toolbar: lazyPart(async () => (await parts()).SettingsToolbar),
	phoneToolbar: true,
	actions: [
		defineAction({
			id: "daemon",
			label: "Show the daemon: health, handles, options",
			icon: Activity,
			run: showDaemon,
		}),
	],
};
