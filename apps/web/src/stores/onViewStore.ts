import { createStore } from "zustand/vanilla";

/**
 * Whether this page's Pi is the one on view. A page of another Pi goes on capturing, and draws nothing. It says nothing
 * of the browser's tab, which may be hidden all the same.
 */
export const onViewStore = createStore<{ readonly isOnView: boolean }>()(() => ({ isOnView: true }));
