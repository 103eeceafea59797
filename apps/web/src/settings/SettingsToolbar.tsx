import { useStore } from "zustand";
import { type SettingsPageId, settingsPage, settingsPages } from "../stores/settingsPage.ts";
import { usePhone } from "../theme/phone.ts";
import { Segments } from "../widgets/Segments.tsx";

const LABELS: Readonly<Record<SettingsPageId, string>> = { general: "General", daemon: "Daemon" };
const SEGMENTS = settingsPages.map((page) => ({ value: page, label: LABELS[page] }));

/** Which page of the settings is on view. */
export function SettingsToolbar() {
	const { page } = useStore(settingsPage);
	const isPhone = usePhone();
	return (
		<Segments
			label="Page"
			segments={SEGMENTS}
			value={page}
			size={isPhone ? "touch" : "bar"}
			fit
			onPick={(picked) => settingsPage.setState({ page: picked })}
		/>
	);
}
