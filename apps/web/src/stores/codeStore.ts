import { type CodeLanguage, codeLanguages } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "./followStorage.ts";

interface CodeState {
	/** The language in which commands are shown, wherever they are. */
	readonly language: CodeLanguage;
}

/** What the person chose about code; kept in the browser. */
export const codeStore = createStore<CodeState>()(
	persist((): CodeState => ({ language: "pigs" }), {
		name: "gpioscope.code",
		version: 1,
		merge: (stored, current) => {
			const language = (stored as Partial<CodeState> | undefined)?.language;
			return language !== undefined && codeLanguages.includes(language) ? { language } : current;
		},
	}),
);
followStorage(codeStore);

/** The language in which commands are shown. */
export function useCodeLanguage(): CodeLanguage {
	return useStore(codeStore, (state) => state.language);
}
