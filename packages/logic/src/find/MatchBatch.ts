import type { CaptureRun } from "../capture/runs.ts";

/** Changes in a run that is shown to a matcher, at most. */
export const MOST_SCANNED = 4096;

/** The place of a match that is recognised where its run begins, not at a change. */
export const AT_BEGINNING = 0xffff_ffff;

/**
 * What a matcher finds in one scan, in the order in which it was recognised. Only what there is no telling afterwards
 * stands in columns: most matches are but counted.
 */
export class MatchBatch {
	count = 0;
	/** The change of the run's chunk at which each match was recognised, or AT_BEGINNING. */
	places = new Uint32Array(MOST_SCANNED + 1);
	/** Where each match begins, in ticks, and its channel: of pulses only. */
	starts = new Float64Array(MOST_SCANNED + 1);
	channels = new Int8Array(MOST_SCANNED + 1);

	/** Makes room for so many further matches. */
	makeRoom(more: number): void {
		if (this.count + more <= this.places.length) return;
		const { places, starts, channels } = this;
		const room = 2 * places.length + more;
		this.places = new Uint32Array(room);
		this.starts = new Float64Array(room);
		this.channels = new Int8Array(room);
		this.places.set(places);
		this.starts.set(starts);
		this.channels.set(channels);
	}

	/** When a match was recognised. @param run the one that was scanned */
	endOf(match: number, { chunk, from }: CaptureRun): number {
		const place = this.places[match] as number;
		return place === AT_BEGINNING || chunk === undefined ? from : chunk.timeAt(place);
	}
}
