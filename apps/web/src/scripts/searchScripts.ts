import { ScrollText } from "lucide-react";
import type { Finding } from "../frame/viewDefinition.ts";
import { libraryStore } from "./library/libraryStore.ts";
import { openInEditor } from "./scriptsViewStore.ts";

/** Scripts of this browser whose name has the text of the palette in it. */
export function searchScripts(text: string): readonly Finding[] {
	const wanted = text.trim().toLowerCase();
	if (wanted === "") return [];
	return libraryStore
		.getState()
		.documents.filter(({ name }) => name.toLowerCase().includes(wanted))
		.map(({ id, name }) => ({
			id,
			label: name,
			description: "script",
			icon: ScrollText,
			run: () => openInEditor(id),
		}));
}
