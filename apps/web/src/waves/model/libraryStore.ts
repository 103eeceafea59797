import { createDocument, starterDocument, type WaveDocument } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { showError } from "../../actions/showError.ts";
import { eraseDocument, readDocuments, writeCurrent, writeDocument } from "./documentStorage.ts";

interface LibraryState {
	/** All documents of this browser, by name. The open one is as it was when last kept. */
	readonly documents: readonly WaveDocument[];
	readonly currentId: string;
}

/** The documents kept in this browser. Never empty: the first one is a starter to play with. */
export const libraryStore = createStore<LibraryState>()(() => {
	const { documents, current } = readDocuments(localStorage);
	const first = documents.find((document) => document.id === current) ?? documents[0];
	if (first !== undefined) return { documents, currentId: first.id };
	const starter = starterDocument(newId());
	return { documents: [starter], currentId: starter.id };
});

/** The document that was open when the page was last left. */
export function openedDocument(): WaveDocument {
	const { documents, currentId } = libraryStore.getState();
	return documents.find((document) => document.id === currentId) ?? starterDocument(newId());
}

/** Makes an id that no other document has. */
export function newId(): string {
	return `${Date.now().toString(36)}${Math.floor(Math.random() * 0x1_0000_0000).toString(36)}`;
}

/** A new document without tracks, 10 ms long. */
export function blankDocument(): WaveDocument {
	return createDocument(newId(), freeName("New wave"), 10_000);
}

/** Takes a document into the library, in place of an older state of it, and keeps it in the browser. */
export function keepDocument(document: WaveDocument): void {
	libraryStore.setState(({ documents }) => ({
		documents: [...documents.filter((other) => other.id !== document.id), document].sort((a, b) =>
			a.name.localeCompare(b.name),
		),
		currentId: document.id,
	}));
	try {
		writeDocument(localStorage, document);
		writeCurrent(localStorage, document.id);
	} catch (error) {
		showError("The wave is not kept in this browser.", error);
	}
}

/** Takes a document out of the library and the browser. */
export function forgetDocument(id: string): void {
	libraryStore.setState(({ documents }) => ({ documents: documents.filter((other) => other.id !== id) }));
	eraseDocument(localStorage, id);
}

/** Finds a name that no document has, by counting up. */
export function freeName(name: string): string {
	const taken = new Set(libraryStore.getState().documents.map((document) => document.name));
	if (!taken.has(name)) return name;
	for (let count = 2; ; count++) if (!taken.has(`${name} ${count}`)) return `${name} ${count}`;
}
