import { useStore } from "zustand";
import { useConnection } from "./connectionStore.ts";
import { onViewStore } from "./onViewStore.ts";

/** What this page's Pi is called while others are on view beside it, to tell them apart; undefined while it is alone. */
export function useNameBeside(): string | undefined {
	const name = useConnection((state) => state.target?.name);
	const isAlone = useStore(onViewStore, ({ panes }) => panes.length < 2);
	return isAlone ? undefined : name;
}
