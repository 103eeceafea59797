import { readStoredDocument, storeDocument, type WaveDocument } from "@gpioscope/logic";
import { notifications } from "@mantine/notifications";
import { showError } from "../../actions/showError.ts";
import { saveText } from "../../widgets/saveText.ts";
import { currentDocument, openDocument } from "./editing.ts";
import { editorStore } from "./editorStore.ts";
import {
	blankDocument,
	forgetDocument,
	freeName,
	keepDocument,
	libraryStore,
	newId,
} from "./libraryStore.ts";

/** Opens an empty document and offers GPIOs for its first track. */
export function newDocument(): void {
	openDocument(blankDocument());
	editorStore.setState({ isAddingTrack: true });
}

/** Opens a copy of a document. */
export function duplicateDocument(document: WaveDocument): void {
	openDocument({ ...document, id: newId(), name: freeName(document.name) });
}

/** Deletes a document and offers to take that back. The last one is replaced by an empty one. */
export function removeDocument(id: string): void {
	const { documents } = libraryStore.getState();
	const gone = documents.find((document) => document.id === id);
	forgetDocument(id);
	if (currentDocument().id === id)
		openDocument(documents.find((document) => document.id !== id) ?? blankDocument());
	if (gone === undefined) return;
	const notice = notifications.show({
		message: `Deleted ${gone.name}. Click to restore it.`,
		onClick: () => {
			keepDocument(gone);
			openDocument(gone);
			notifications.hide(notice);
		},
	});
}

/** Hands a document to the browser as a file. */
export function saveToFile(wave: WaveDocument): void {
	saveText(`${wave.name.replace(/[^\w .-]+/g, "_")}.wave.json`, "application/json", storeDocument(wave));
}

/** Asks for a file and opens the document in it. */
export async function openFile(): Promise<void> {
	const file = await askForFile();
	if (file !== undefined) await openGivenFile(file);
}

/** Opens the document in a file, as a new one of the library. */
export async function openGivenFile(file: File): Promise<void> {
	const read = readStoredDocument(await file.text());
	if ("reason" in read) showError(`${file.name} was not opened`, new Error(read.reason));
	else openDocument({ ...read.document, id: newId(), name: freeName(read.document.name) });
}

function askForFile(): Promise<File | undefined> {
	return new Promise((resolve) => {
		const input = document.createElement("input");
		input.type = "file";
		input.accept = ".json,application/json";
		input.addEventListener("change", () => resolve(input.files?.[0]));
		input.addEventListener("cancel", () => resolve(undefined));
		input.click();
	});
}
