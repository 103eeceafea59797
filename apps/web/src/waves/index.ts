import { AudioWaveform } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { Library } from "./drawer/Library.tsx";
import { LibraryCount } from "./drawer/LibraryCount.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { PhoneSheet } from "./phone/PhoneSheet.tsx";
import { Toolbar } from "./toolbar/Toolbar.tsx";
import { WaveTracks } from "./tracks/WaveTracks.tsx";
import { WaveStatus } from "./WaveStatus.tsx";
import { waveActions } from "./waveActions.ts";

/** Waveforms drawn on tracks and played by pigpiod. */
export const wavesView: ViewDefinition = {
	id: "waves",
	label: "Waves",
	icon: AudioWaveform,
	Main: WaveTracks,
	Toolbar,
	phoneToolbar: true,
	Inspector,
	inspectorWidth: 300,
	tallInspector: true,
	PhoneSheet,
	drawer: [{ id: "library", label: "Library", Content: Library, Count: LibraryCount }, logTab],
	actions: waveActions,
	StatusItems: WaveStatus,
};
