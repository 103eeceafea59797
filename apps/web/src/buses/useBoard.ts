import { type Board, boardOf } from "@gpioscope/logic";
import { useMemo } from "react";
import { useConnection } from "../stores/connectionStore.ts";

/** The board of the connected Pi; undefined without a connection. */
export function useBoard(): Board | undefined {
	const revision = useConnection(({ target }) => {
		const state = target?.state;
		return state?.kind === "live" || state?.kind === "stale" ? state.revision : undefined;
	});
	return useMemo(() => (revision === undefined ? undefined : boardOf(revision)), [revision]);
}
