import { readStoredDocument, storeDocument, type WaveDocument } from "@gpioscope/logic";

const prefix = "gpioscope.wave.";
const currentKey = "gpioscope.waves.current";

/** What a browser kept: the documents that could be read, and the id of the one last open. */
export interface StoredDocuments {
	readonly documents: readonly WaveDocument[];
	readonly current: string | undefined;
}

/** Reads all kept documents. One that cannot be read stays where it is and is left out. */
export function readDocuments(storage: Storage): StoredDocuments {
	const documents: WaveDocument[] = [];
	for (let index = 0; index < storage.length; index++) {
		const key = storage.key(index);
		if (key === null || !key.startsWith(prefix)) continue;
		const read = readStoredDocument(storage.getItem(key) ?? "");
		if ("document" in read) documents.push(read.document);
	}
	documents.sort((a, b) => a.name.localeCompare(b.name));
	return { documents, current: storage.getItem(currentKey) ?? undefined };
}

/** Keeps a document. Throws when the browser's storage is full or shut. */
export function writeDocument(storage: Storage, document: WaveDocument): void {
	storage.setItem(prefix + document.id, storeDocument(document));
}

/** Forgets a document. */
export function eraseDocument(storage: Storage, id: string): void {
	storage.removeItem(prefix + id);
}

/** Remembers which document is open. */
export function writeCurrent(storage: Storage, id: string): void {
	storage.setItem(currentKey, id);
}
