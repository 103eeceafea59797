import { showError } from "../../actions/showError.ts";
import {
	bridge,
	bridgeSegments,
	bridgeTriggersStore,
	type CaptureId,
	capturesStore,
	closeCapture,
	showCapture,
} from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { filesStore } from "../files/filesStore.ts";
import { type ListedSegment, listSegments, segmentsOf } from "./segments.ts";

/** All segments, wherever they are. */
export function currentSegments(): readonly ListedSegment[] {
	return listSegments(segmentsOf(capturesStore.getState().entries), bridgeTriggersStore.getState().segments);
}

/** The one that was asked for last: another that arrives after that is not shown any more. */
let wanted: string | undefined;

/** Shows a segment, once it is here. */
export function showSegment(segment: ListedSegment): void {
	withSegment(segment, showCapture);
}

/** Shows a segment, once it is here, and asks into which file it is to be written. */
export function exportSegment(segment: ListedSegment): void {
	withSegment(segment, (id) => {
		showCapture(id);
		filesStore.setState({ isExportOpen: true });
	});
}

/** Shows the segment after or before the one on screen; from another capture the oldest or the newest. */
export function stepSegment(direction: 1 | -1): void {
	const segments = currentSegments();
	const { shown } = capturesStore.getState();
	const at = segments.findIndex(({ here }) => here?.id === shown);
	const next = at < 0 ? segments.at(direction === 1 ? 0 : -1) : segments[at + direction];
	if (next !== undefined) showSegment(next);
}

/** Brings those here that are not. */
export function fetchSegments(segments: readonly ListedSegment[]): void {
	const wantedFacts = segments.flatMap(({ here, kept }) =>
		here === undefined && kept !== undefined ? [kept] : [],
	);
	const failures: unknown[] = [];
	const fetched = wantedFacts.map((facts) =>
		bridgeSegments.fetch(facts).catch((error: unknown) => failures.push(error)),
	);
	void Promise.all(fetched).then(() => {
		const [error] = failures;
		const count = failures.length === 1 ? "A segment" : `${failures.length} segments`;
		if (error !== undefined) showError(`${count} could not be fetched`, error);
	});
}

/** Whether a segment can be deleted everywhere it is: who only watches cannot delete what gpioscope keeps. */
export function canDelete({ here, kept }: ListedSegment): boolean {
	return here !== undefined || (kept !== undefined && isOperator());
}

/** Deletes segments, here and on gpioscope. */
export function deleteSegments(segments: readonly ListedSegment[]): void {
	for (const { here, kept } of segments) {
		if (here !== undefined) closeCapture(here.id);
		if (kept !== undefined) bridgeSegments.cancel(kept.segment);
	}
	const numbers = segments.flatMap(({ kept }) => (kept === undefined ? [] : [kept.segment]));
	if (numbers.length === 0 || !isOperator()) return;
	bridge
		.forgetSegments(numbers)
		.catch((error: unknown) => showError("gpioscope still keeps the segments", error));
}

function isOperator(): boolean {
	return connectionStore.getState().role === "operator";
}

function withSegment(segment: ListedSegment, run: (id: CaptureId) => void): void {
	wanted = segment.key;
	if (segment.here !== undefined) {
		run(segment.here.id);
		return;
	}
	void fetchOne(segment).then((id) => {
		if (id !== undefined && wanted === segment.key) run(id);
	});
}

async function fetchOne({ kept, name }: ListedSegment): Promise<CaptureId | undefined> {
	if (kept === undefined) return undefined;
	try {
		return await bridgeSegments.fetch(kept);
	} catch (error) {
		showError(`${name} could not be fetched`, error);
		return undefined;
	}
}
