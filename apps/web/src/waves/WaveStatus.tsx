import { formatTime } from "@gpioscope/logic";
import { Figure } from "../widgets/Figure.tsx";
import { trackName } from "./model/describeSelection.ts";
import { useEditor } from "./model/editorStore.ts";
import { usePlayer } from "./play/player.ts";

/** The playing wave and the pointer's place, for the status bar. */
export function WaveStatus() {
	const pointer = useEditor((state) => {
		if (state.pointer === undefined) return undefined;
		const track = state.history.present.document.tracks[state.pointer.row];
		const time = formatTime(Math.round(state.pointer.time));
		return track === undefined ? time : `${time} on ${trackName(track)}`;
	});
	const wave = usePlayer((state) =>
		state.kind === "playing" ? `${state.wave} ${state.document.name}` : undefined,
	);
	return (
		<>
			{wave !== undefined && <Figure label="Wave" value={wave} width={4} />}
			<Figure label="Pointer" value={pointer} width={24} />
		</>
	);
}
