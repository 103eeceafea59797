import { formatTime, selectedPulses, timeOfEdge, trackOf, type WaveTrack } from "@gpioscope/logic";
import { gpioName, namesStore } from "../../stores/namesStore.ts";
import type { Edit } from "../tools/ToolState.ts";

/** The name to show for a track: its own, else that of its GPIO. */
export function trackName(track: WaveTrack): string {
	return track.name ?? gpioName(namesStore.getState(), track.gpio);
}

/** Says in words what is selected, for screen readers. */
export function describeSelection({ document, selection }: Edit): string {
	const [first, ...others] = selection;
	if (first === undefined) return "Nothing selected.";
	const track = trackOf(document, first.gpio);
	if (track === undefined) return "Nothing selected.";
	const name = trackName(track);
	if (others.length === 0) {
		const rises = ((track.initial ^ first.index) & 1) === 0;
		const time = timeOfEdge(document, first) ?? 0;
		return `${rises ? "Rising" : "Falling"} edge of ${name} at ${formatTime(time)}.`;
	}
	const pulses = selectedPulses(document, selection);
	const [pulse] = pulses;
	if (pulses.length === 1 && pulse !== undefined)
		return `Pulse of ${name}, ${formatTime(pulse.start)} to ${formatTime(pulse.end)}.`;
	return `${pulses.length} pulses selected.`;
}
