import { createStore, delMany, set, values } from "idb-keyval";
import type { FileStorage, KeptFile } from "./KeptFiles.ts";

/** Files in the browser's own database, as they are: it copies nothing into memory. */
export function browserStorage(): FileStorage {
	let opened: ReturnType<typeof createStore> | undefined;
	// Not before it is asked for: some browsers refuse the mere attempt.
	const store = (): ReturnType<typeof createStore> => {
		opened ??= createStore("gpioscope", "files");
		return opened;
	};
	return {
		all: async () => await values<KeptFile>(store()),
		put: async (kept) => await set(kept.id, kept, store()),
		remove: async (ids) => await delMany([...ids], store()),
		room: async () => {
			// Absent in pages that were not loaded securely from elsewhere than this machine.
			const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
			return quota === undefined || usage === undefined ? undefined : quota - usage;
		},
	};
}
