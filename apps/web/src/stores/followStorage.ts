/** As much of a store that is kept in the browser as is used here. */
interface KeptStore<S> {
	readonly persist: {
		getOptions(): { readonly name?: string };
		rehydrate(): Promise<void> | void;
	};
	getState(): S;
	setState(change: Partial<S>): void;
}

/**
 * Takes over what pages of other Pis, or other tabs, keep in a store. Without that, the page that writes last would undo
 * what the others have kept, as each writes all there is.
 * @param only the keys to take over, where each page goes on with its own of the others
 */
export function followStorage<S>(store: KeptStore<S>, only?: readonly (keyof S)[]): void {
	// Tests without a browser have no other pages.
	globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
		if (key !== store.persist.getOptions().name || newValue === null) return;
		if (only === undefined) void store.persist.rehydrate();
		else take(store, only, newValue);
	});
}

/** What is equal already is not set: that would be written, and taken over by the others in turn, without end. */
function take<S>({ getState, setState }: KeptStore<S>, only: readonly (keyof S)[], written: string): void {
	const { state: kept } = JSON.parse(written) as { readonly state?: Partial<S> };
	const own = getState();
	const changed = only.filter(
		(key) => kept?.[key] !== undefined && JSON.stringify(kept[key]) !== JSON.stringify(own[key]),
	);
	if (changed.length > 0)
		setState(Object.fromEntries(changed.map((key) => [key, kept?.[key]])) as Partial<S>);
}
