import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { isArmed, uiStore, type ViewId } from "./uiStore.ts";

type UiState = ReturnType<typeof uiStore.getState>;

/** A part of the page's own state. */
export function useUi<T>(select: (state: UiState) => T): T {
	return useStore(uiStore, useShallow(select));
}

/** The view shown. */
export function useView(): ViewId {
	return useStore(uiStore, (state) => state.view);
}

/** True while the page may change pins. */
export function useArmed(): boolean {
	return useStore(uiStore, (state) => isArmed(state));
}
