import { createJSONStorage, type PersistStorage } from "zustand/middleware";

/** What was written last under each name; another tab may have written something else since, which stays. */
const written = new Map<string, string>();

/** Local storage that is written only when what is kept of a store has changed, as most of its changes are not kept. */
const thrifty = {
	getItem: (name: string): string | null => localStorage.getItem(name),
	setItem: (name: string, value: string): void => {
		if (written.get(name) === value) return;
		written.set(name, value);
		localStorage.setItem(name, value);
	},
	removeItem: (name: string): void => {
		written.delete(name);
		localStorage.removeItem(name);
	},
};

/** For stores that change often but keep little. */
export function thriftyStorage<S>(): PersistStorage<S> | undefined {
	return createJSONStorage<S>(() => thrifty);
}
