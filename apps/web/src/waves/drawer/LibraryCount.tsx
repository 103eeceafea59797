import { useStore } from "zustand";
import { libraryStore } from "../model/libraryStore.ts";

/** How many waves are kept. */
export function LibraryCount() {
	return <>{useStore(libraryStore, (state) => state.documents.length)}</>;
}
