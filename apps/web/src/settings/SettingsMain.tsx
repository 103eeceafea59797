import { useStore } from "zustand";
import { settingsPage } from "../stores/settingsPage.ts";
import { DaemonPage } from "./daemon/DaemonPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";

/** The page of the settings that was chosen. */
export function SettingsMain() {
	const { page } = useStore(settingsPage);
	return page === "daemon" ? <DaemonPage /> : <SettingsPage />;
}
