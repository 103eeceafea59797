import { type Board, boardOf, defaultSamplePeriod } from "@gpioscope/logic";
import type { TargetFacts } from "@gpioscope/protocol";
import { connectionStore, useConnection } from "../../stores/connectionStore.ts";

const boards = new Map<number, Board>();

function boardOfRevision(revision: number): Board {
	const known = boards.get(revision);
	if (known !== undefined) return known;
	const board = boardOf(revision);
	boards.set(revision, board);
	return board;
}

let lastRevision: number | undefined;

/** A lost connection keeps the last board on screen; before the first one there is none. */
function revisionOf(target: TargetFacts | undefined): number | undefined {
	const state = target?.state;
	if (state?.kind === "live" || state?.kind === "stale") lastRevision = state.revision;
	return lastRevision;
}

// Noted while other views are shown too: a board lost before the pins are first looked at is still known.
connectionStore.subscribe(({ target }) => {
	revisionOf(target);
});

/** The board of the connected Pi; undefined until the first connection. */
export function currentBoard(): Board | undefined {
	const revision = revisionOf(connectionStore.getState().target);
	return revision === undefined ? undefined : boardOfRevision(revision);
}

/** The board of the connected Pi, for components. */
export function useBoard(): Board | undefined {
	const revision = useConnection((state) => revisionOf(state.target));
	return revision === undefined ? undefined : boardOfRevision(revision);
}

/** Microseconds between the daemon's samples; its default while it is not known. */
export function useSamplePeriod(): number {
	return useConnection((state) => {
		const target = state.target?.state;
		const told = target?.kind === "live" || target?.kind === "stale" ? target.samplePeriod : undefined;
		return told ?? state.statistics?.samplePeriod ?? defaultSamplePeriod;
	});
}

/** True while commands can reach the daemon. */
export function useLive(): boolean {
	return useConnection((state) => state.socket.kind === "open" && state.target?.state.kind === "live");
}
