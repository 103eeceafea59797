import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** CSS pixels. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

function measure(): Size {
	// Tests without a browser have neither; those without a layout have a window.
	const page = globalThis.document?.getElementById("page");
	return {
		width: page?.clientWidth || (globalThis.innerWidth ?? 0),
		height: page?.clientHeight || (globalThis.innerHeight ?? 0),
	};
}

/**
 * Size of the page. What depends on it in style sheets asks the container `page`, not the window (`@media`), which may
 * show several pages.
 */
export const pageSize = createStore<Size>()(measure);
globalThis.addEventListener?.("resize", measurePage);

/** The page has another part of its window. */
export function measurePage(): void {
	pageSize.setState(measure());
}

/** Whether the inspector has no column of its own: it lies over the view. */
export function isNarrow({ width } = pageSize.getState()): boolean {
	return width < 1100;
}

/** The same, kept up to date. */
export function useNarrow(): boolean {
	return useStore(pageSize, (size) => isNarrow(size));
}
