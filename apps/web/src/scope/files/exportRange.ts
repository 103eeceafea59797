import { shownStore } from "../../bridge/index.ts";
import { newestTime, viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { scopeStore } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";

/** A part of the shown capture that can be exported. Times in µs. */
export interface ExportRange {
	readonly id: "all" | "view" | "marked";
	readonly label: string;
	/** How long it is. */
	readonly length: string;
	/** Undefined for all of the capture, which may go on growing. */
	readonly range: { readonly from: number; readonly to: number } | undefined;
	/** Whether there is such a part. */
	readonly isThere: boolean;
}

/** All, the view, and what is marked, as they are now. */
export function exportRanges(): readonly ExportRange[] {
	const { firstTime, ticksPerMicro } = shownStore.getState();
	const endTime = newestTime();
	const { green, red } = scopeStore.getState().cursors;
	const marked = markedStretch();
	// Markers stand on edges: a tick around them lets both be edges in the file, too.
	const tick = 1 / ticksPerMicro;
	const edges = marked && inside({ from: marked.from - tick, to: marked.to + tick }, firstTime, endTime);
	const view = inside(viewport.view, firstTime, endTime);
	return [
		part("all", "All", { from: firstTime, to: endTime }, undefined),
		part("view", "View", view, view),
		part("marked", green !== undefined && red !== undefined ? "1–2" : "G–B", marked, edges),
	];
}

/** From the first to the last moment of the shown capture. */
export function wholeCapture(): { readonly from: number; readonly to: number } {
	return { from: shownStore.getState().firstTime, to: newestTime() };
}

function part(
	id: ExportRange["id"],
	label: string,
	stretch: ExportRange["range"],
	range: ExportRange["range"],
): ExportRange {
	const isThere = stretch !== undefined && stretch.to > stretch.from;
	return { id, label, length: isThere ? spanText(stretch.to - stretch.from) : "", range, isThere };
}

function inside({ from, to }: { readonly from: number; readonly to: number }, first: number, end: number) {
	return { from: Math.max(from, first), to: Math.min(to, end) };
}
