import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { type CaptureEntry, capturesStore, closeCapture, showCapture } from "../../bridge/index.ts";

type SegmentSource = Extract<CaptureEntry["source"], { kind: "segment" }>;

/** What a trigger kept around one hit. */
export type Segment = CaptureEntry & { readonly source: SegmentSource };

function isSegment(entry: CaptureEntry): entry is Segment {
	return entry.source.kind === "segment";
}

/** All segments, in the order in which they were kept. */
export function segmentsOf(entries: readonly CaptureEntry[]): readonly Segment[] {
	return entries.filter(isSegment);
}

/** All segments, in the order in which they were kept. */
export function useSegments(): readonly Segment[] {
	return useStore(
		capturesStore,
		useShallow(({ entries }) => segmentsOf(entries)),
	);
}

/** `Segment 12 of T1`: segments are numbered by their hits, so that a number stays when older ones go. */
export function segmentName({ source }: Segment): string {
	return `Segment ${source.hit} of T${source.trigger}`;
}

/** Shows the segment after or before the one on screen; from the live capture the newest or the oldest. */
export function stepSegment(direction: 1 | -1): void {
	const { entries, shown } = capturesStore.getState();
	const segments = segmentsOf(entries);
	const at = segments.findIndex((segment) => segment.id === shown);
	const next = at < 0 ? segments.at(direction === 1 ? 0 : -1) : segments[at + direction];
	if (next !== undefined) showCapture(next.id);
}

export function removeSegment(segment: Segment): void {
	closeCapture(segment.id);
}

export function removeAllSegments(): void {
	for (const segment of segmentsOf(capturesStore.getState().entries)) closeCapture(segment.id);
}
