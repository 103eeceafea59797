import { createStore } from "zustand/vanilla";
import { showView } from "./uiStore.ts";

/** The pages of the settings. */
export const settingsPages = ["general", "daemon"] as const;
export type SettingsPageId = (typeof settingsPages)[number];

/** Which one is on view. */
export const settingsPage = createStore<{ readonly page: SettingsPageId }>()(() => ({ page: "general" }));

/** Shows all that is known of the daemon and the way to it. */
export function showDaemon(): void {
	settingsPage.setState({ page: "daemon" });
	showView("settings");
}
