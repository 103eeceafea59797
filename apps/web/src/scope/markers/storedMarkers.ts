import type { NamedMarker } from "../scopeStore.ts";

/** What stands in a capture, for as long as the page or the browser remembers it. Capture times, µs. */
export interface Marks {
	readonly cursors: Readonly<Partial<Record<"gold" | "blue" | "green" | "red", number>>>;
	readonly named: readonly NamedMarker[];
	readonly bluePinned: boolean;
}

export const NO_MARKS: Marks = { cursors: {}, named: [], bluePinned: false };

/** One moment on both clocks: capture time in µs, wall clock in ms since 1970. */
export interface Anchor {
	readonly time: number;
	readonly wall: number;
}

/** Marks as they are stored: with the wall clock at capture time 0 (ms since 1970), where it is known. */
export interface StoredMarks extends Marks {
	readonly wallZero?: number;
	/** ms since 1970; the oldest are forgotten first. */
	readonly storedAt: number;
}

/** Anchors of the same clock differ by less than this, ms: they are measured anew now and then. */
const SAME_CLOCK_MS = 1000;

export function wallZeroOf({ time, wall }: Anchor): number {
	return wall - time / 1000;
}

/**
 * Stored marks in the times of a capture that counts by `anchor` and reaches from `first` to `last`. Where that is
 * another clock than they were stored with, they are placed by the wall clock. What lies outside is left out.
 */
export function placeMarks(
	stored: StoredMarks,
	anchor: Anchor | undefined,
	{ first, last }: { readonly first: number; readonly last: number },
): { readonly marks: Marks; readonly lost: number } {
	const shift = shiftOf(stored.wallZero, anchor);
	const isHere = (time: number): boolean => time >= first && time <= last;
	const cursors = Object.fromEntries(
		Object.entries(stored.cursors)
			.map(([id, time]) => [id, time + shift] as const)
			.filter(([, time]) => isHere(time)),
	);
	const named = stored.named
		.map((marker) => ({ ...marker, time: marker.time + shift }))
		.filter(({ time }) => isHere(time));
	return {
		marks: { cursors, named, bluePinned: stored.bluePinned && cursors["blue"] !== undefined },
		lost: stored.named.length - named.length,
	};
}

/** µs from the stored clock to that of the capture. */
function shiftOf(wallZero: number | undefined, anchor: Anchor | undefined): number {
	if (wallZero === undefined || anchor === undefined) return 0;
	const off = wallZero - wallZeroOf(anchor);
	return Math.abs(off) < SAME_CLOCK_MS ? 0 : off * 1000;
}

/** Adds marks to others; cursors that stand already stay, and a number that is taken becomes the next free one. */
export function joinMarks(standing: Marks, added: Marks): Marks {
	const named = [...standing.named];
	for (const marker of added.named) {
		let { number } = marker;
		while (named.some((other) => other.number === number)) number++;
		named.push({ ...marker, number });
	}
	return {
		cursors: { ...added.cursors, ...standing.cursors },
		named: named.sort((a, b) => a.number - b.number),
		bluePinned: standing.bluePinned || (added.bluePinned && standing.cursors.blue === undefined),
	};
}
