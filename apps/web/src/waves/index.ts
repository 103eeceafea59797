import { AudioWaveform } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";

export const wavesView: ViewDefinition = {
	id: "waves",
	label: "Waves",
	icon: AudioWaveform,
	Main: () => null,
};
