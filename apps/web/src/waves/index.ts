import { AudioWaveform } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";
import { LibraryCount } from "./drawer/LibraryCount.tsx";
import { WaveStatus } from "./WaveStatus.tsx";
import { waveActions } from "./waveActions.ts";

const parts = () => import("./parts.ts");

/** Waveforms drawn on tracks and played by pigpiod. */
export const wavesView: ViewDefinition = {
	id: "waves",
	label: "Waves",
	icon: AudioWaveform,
	Main: lazyPart(async () => (await parts()).WaveTracks),
	Toolbar: lazyPart(async () => (await parts()).Toolbar),
	phoneToolbar: true,
	Inspector: lazyPart(async () => (await parts()).Inspector),
	inspectorWidth: 300,
	tallInspector: true,
	PhoneSheet: lazyPart(async () => (await parts()).PhoneSheet),
	drawer: [
		{
			id: "library",
			label: "Library",
			Content: lazyPart(async () => (await parts()).Library),
			Count: LibraryCount,
		},
		logTab,
	],
	actions: waveActions,
	StatusItems: WaveStatus,
};
