/** As much of a store that is kept in the browser as is used here. */
interface KeptStore {
	readonly persist: {
		getOptions(): { readonly name?: string };
		rehydrate(): Promise<void> | void;
	};
}

/**
 * Takes over what pages of other Pis, or other tabs, keep in a store. Without that, the page that writes last would undo
 * what the others have kept, as each writes all there is.
 */
export function followStorage(store: KeptStore): void {
	// Tests without a browser have no other pages.
	globalThis.addEventListener?.("storage", (event: StorageEvent) => {
		if (event.key === store.persist.getOptions().name && event.newValue !== null)
			void store.persist.rehydrate();
	});
}
