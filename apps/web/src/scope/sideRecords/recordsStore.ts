import { type SideRecord, type SideRecordKind, type SideRecordPage, sideRecordKinds } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { capturesStore, shownCapture, shownStore } from "../../bridge/index.ts";
import { standsStill } from "../holdWhilePaused.ts";
import { jump } from "../jumps.ts";
import { viewport } from "../mainViewport.ts";
import { oneAtATime } from "../oneAtATime.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";

/** Between two looks at what came in, ms. */
const CALM_MS = 250;
/** So many records before and after those on screen are at hand, too. */
const MARGIN = 100;
/** So many are asked for at once where all are wanted. */
const PAGE = 1000;

interface RecordsState {
	/** Which kinds are listed. */
	readonly kinds: readonly SideRecordKind[];
	/** Ranks of those on screen. */
	readonly wanted: { readonly rank: number; readonly count: number };
	/** The newest answer of the capture; undefined before the first. */
	readonly page: SideRecordPage | undefined;
	/** While the view stands, so does the table: at what there was before this time, µs of the capture. */
	readonly until: number | undefined;
	readonly failed: boolean;
}

/** What lies beside the changes of the shown capture: the part of it that the table shows. */
export const recordsStore = createStore<RecordsState>()(() => ({
	kinds: sideRecordKinds,
	wanted: { rank: 0, count: 0 },
	page: undefined,
	until: undefined,
	failed: false,
}));

/** Lists a kind, or no longer. */
export function toggleKind(kind: SideRecordKind): void {
	recordsStore.setState(({ kinds }) => ({
		kinds: sideRecordKinds.filter((other) => kinds.includes(other) !== (other === kind)),
	}));
}

/** From now on the table stands at what is known now, or grows. */
function standOrGrow(): void {
	recordsStore.setState({ until: standsStill() ? now() : undefined });
}

/** Lists what came in since a table stands. It may be newer than what the page knows of the capture. */
export async function takeLater(): Promise<void> {
	const { kinds } = recordsStore.getState();
	const { end } = await shownCapture.sideRecords({ kinds, rank: 0, limit: 0 });
	const { records } = await shownCapture.sideRecords({ kinds, rank: Math.max(0, end - 1), limit: 1 });
	const newest = records[0]?.time ?? 0;
	if (standsStill())
		recordsStore.setState({ until: Math.max(now(), newest + 1 / shownStore.getState().ticksPerMicro) });
}

/** Blue to where a record is, and that into sight. */
export function goToRecord({ time }: SideRecord): void {
	scopeStore.getState().pause();
	setCursor("blue", time);
	jump(() => viewport.reveal(time));
}

/** The rank of the first record at or after a time (µs). */
export async function rankAt(time: number): Promise<number> {
	const { end } = await shownCapture.sideRecords({
		kinds: recordsStore.getState().kinds,
		rank: 0,
		limit: 0,
		to: time,
	});
	return end;
}

/** All records that the table lists, however many. */
export async function allRecords(): Promise<readonly SideRecord[]> {
	const { kinds, until } = recordsStore.getState();
	const all: SideRecord[] = [];
	let rank = 0;
	for (;;) {
		const page = await shownCapture.sideRecords({ kinds, rank, limit: PAGE, ...before(until) });
		all.push(...page.records);
		rank = page.rank + page.records.length;
		if (page.records.length === 0 || rank >= page.end) return all;
	}
}

/** One tick behind the newest known moment: what happened in it counts as there. */
function now(): number {
	const { endTime, ticksPerMicro } = shownStore.getState();
	return endTime + 1 / ticksPerMicro;
}

function before(until: number | undefined): { readonly to?: number } {
	return until === undefined ? {} : { to: until };
}

async function readPage(): Promise<void> {
	const { kinds, wanted, until, page: old } = recordsStore.getState();
	const of = capturesStore.getState().shown;
	try {
		const page = await shownCapture.sideRecords({
			kinds,
			rank: Math.max(0, wanted.rank - MARGIN),
			limit: wanted.count + 2 * MARGIN,
			...before(until),
		});
		if (capturesStore.getState().shown !== of) return;
		if (JSON.stringify(page) !== JSON.stringify(old)) recordsStore.setState({ page });
		recordsStore.setState({ failed: false });
	} catch (error) {
		recordsStore.setState({ failed: true });
		throw error;
	}
}

/** Whether the answer at hand has what is wanted on screen. */
function isAtHand({ page, wanted }: RecordsState): boolean {
	if (page === undefined) return false;
	const from = Math.max(wanted.rank, page.first);
	const to = Math.min(wanted.rank + wanted.count, page.end);
	return from >= page.rank && to <= page.rank + page.records.length;
}

/** Keeps the table in step with the capture while it is on screen; the answer ends it. */
export function startRecords(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const read = oneAtATime(readPage);
	const later = (): void => {
		timer ??= setTimeout(() => {
			timer = undefined;
			read();
		}, CALM_MS);
	};
	const stops = [
		shownStore.subscribe(later),
		scopeStore.subscribe((state, last) => {
			if (state.mode !== last.mode && standsStill() !== (recordsStore.getState().until !== undefined))
				standOrGrow();
		}),
		capturesStore.subscribe((state, last) => {
			if (state.shown === last.shown) return;
			recordsStore.setState({ page: undefined });
			standOrGrow();
			read();
		}),
		recordsStore.subscribe((state, last) => {
			const isOther = state.kinds !== last.kinds || state.until !== last.until;
			if (isOther || (state.wanted !== last.wanted && !isAtHand(state))) read();
		}),
	];
	standOrGrow();
	read();
	return () => {
		clearTimeout(timer);
		for (const stop of stops) stop();
		recordsStore.setState({ page: undefined });
	};
}
