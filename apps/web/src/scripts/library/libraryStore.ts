import { paramNotes, SCRIPT_PARAMS } from "@gpioscope/protocol";
import { createJSONStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { showError } from "../../actions/showError.ts";
import { scriptExamples } from "./examples.ts";
import { newScriptId, type ScriptDocument, scriptDocument } from "./scriptDocument.ts";

interface LibraryState {
	/** All scripts of this browser, by name. Never empty. */
	readonly documents: readonly ScriptDocument[];
	/** The one in the editor. */
	readonly openId: string;
}

const NAME = "gpioscope.scripts";

/** A full browser is told and the page goes on. */
const storage = createJSONStorage<LibraryState>(() => ({
	getItem: (name) => localStorage.getItem(name),
	setItem: (name, value) => {
		try {
			localStorage.setItem(name, value);
		} catch (error) {
			showError("The script is not kept in this browser.", error);
		}
	},
	removeItem: (name) => localStorage.removeItem(name),
}));

/** The scripts kept in this browser. The first one is an example to play with. */
export const libraryStore = createStore<LibraryState>()(
	persist(firstState, {
		name: NAME,
		version: 1,
		storage,
		merge: (stored, current) => {
			const { documents, openId } = (stored ?? {}) as Partial<LibraryState>;
			const read = (Array.isArray(documents) ? documents : []).flatMap((each) => {
				const parsed = scriptDocument.safeParse(each);
				return parsed.success ? [parsed.data] : [];
			});
			const [first] = read;
			if (first === undefined) return current;
			// Each tab goes on with its own.
			const open = [current.openId, openId].find((each) => read.some(({ id }) => id === each));
			return { documents: read, openId: open ?? first.id };
		},
	}),
);

// Another tab of this browser has the same scripts.
window.addEventListener("storage", ({ key }) => {
	if (key === NAME) void libraryStore.persist.rehydrate();
});

function firstState(): LibraryState {
	const [example] = scriptExamples;
	const first = documentOf(example?.name ?? "New script", example?.text ?? "");
	return { documents: [first], openId: first.id };
}

/** A document of a text, with the values that its comments propose. */
function documentOf(name: string, text: string): ScriptDocument {
	const notes = paramNotes(text);
	const values = Array.from(
		{ length: SCRIPT_PARAMS },
		(_, param) => notes.find(({ index }) => index === param)?.initial ?? "",
	);
	return { id: newScriptId(), name, text, values };
}

/** The script in the editor. */
export function openDocument({ documents, openId } = libraryStore.getState()): ScriptDocument {
	return documents.find(({ id }) => id === openId) ?? documents[0] ?? documentOf("New script", "");
}

/** Opens a script of this browser. */
export function showDocument(openId: string): void {
	libraryStore.setState({ openId });
}

/** Takes a script into the library under a free name, and opens it. */
export function addDocument(name: string, text: string): ScriptDocument {
	const added = documentOf(freeName(name), text);
	keep([...libraryStore.getState().documents, added], added.id);
	return added;
}

/** Changes a script. */
export function changeDocument(id: string, change: Partial<Omit<ScriptDocument, "id">>): void {
	const { documents, openId } = libraryStore.getState();
	keep(
		documents.map((each) => (each.id === id ? { ...each, ...change } : each)),
		openId,
	);
}

/** Takes a script out of the browser. The last one is replaced by an empty one. @returns it */
export function removeDocument(id: string): ScriptDocument | undefined {
	const { documents, openId } = libraryStore.getState();
	const others = documents.filter((each) => each.id !== id);
	const left = others.length > 0 ? others : [documentOf("New script", "")];
	keep(left, openId === id ? (left[0]?.id ?? "") : openId);
	return documents.find((each) => each.id === id);
}

/** Puts a script back that was removed, and opens it. */
export function restoreDocument(document: ScriptDocument): void {
	keep([...libraryStore.getState().documents, document], document.id);
}

function keep(documents: readonly ScriptDocument[], openId: string): void {
	libraryStore.setState({ documents: [...documents].sort((a, b) => a.name.localeCompare(b.name)), openId });
}

/** Finds a name that no script has, by counting up. */
function freeName(name: string): string {
	const taken = new Set(libraryStore.getState().documents.map((document) => document.name));
	if (!taken.has(name)) return name;
	for (let count = 2; ; count++) if (!taken.has(`${name} ${count}`)) return `${name} ${count}`;
}
