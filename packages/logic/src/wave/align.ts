import type { WaveDocument } from "./document.ts";
import { moveEdges } from "./moveEdges.ts";
import { edgesOfPulse, selectedPulses, type WaveSelection } from "./selection.ts";

/** What pulses are brought in line with. */
export type Alignment = "starts" | "ends" | "grid";

/**
 * Aligns the selected pulses: their starts to the earliest start, their ends to the latest end, or each start to the
 * nearest grid line (`grid` in microseconds). Widths stay; a pulse stops at its neighbour.
 */
export function alignPulses(
	document: WaveDocument,
	selection: WaveSelection,
	alignment: Alignment,
	grid: number,
): WaveDocument {
	const pulses = selectedPulses(document, selection);
	const first = Math.min(...pulses.map((pulse) => pulse.start));
	const last = Math.max(...pulses.map((pulse) => pulse.end));
	let changed = document;
	for (const pulse of pulses) {
		const by = {
			starts: first - pulse.start,
			ends: last - pulse.end,
			grid: Math.round(pulse.start / grid) * grid - pulse.start,
		}[alignment];
		changed = moveEdges(changed, edgesOfPulse(pulse), by);
	}
	return changed;
}
