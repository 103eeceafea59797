/** What only those see who open this view; a chunk of its own. */
export { SettingsMain } from "./SettingsMain.tsx";
export { SettingsToolbar } from "./SettingsToolbar.tsx";
