import { createStore } from "zustand/vanilla";

/** How the page of one Pi stands among those of other Pis in the same window. */
export interface PageStanding {
	/**
	 * It is on view. A page of another Pi goes on capturing, and draws nothing. It says nothing of the browser's tab, which
	 * may be hidden all the same.
	 */
	readonly isOnView: boolean;
	/** Keys go to it; the window's address is its. */
	readonly isFocused: boolean;
	/** Ids of all Pis on view, in reading order; one alone is not side by side with others. */
	readonly panes: readonly string[];
	/** The window has room for two. */
	readonly canSplit: boolean;
}

/** How this page stands among others. */
export const onViewStore = createStore<PageStanding>()(() => ({
	isOnView: true,
	isFocused: true,
	panes: [],
	canSplit: false,
}));
