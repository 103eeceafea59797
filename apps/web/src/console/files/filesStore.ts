import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import type { ReadFile } from "./fileTransfer.ts";
import type { Entry } from "./listing.ts";
import { nothingSent, type Sent } from "./sentCalls.ts";

/** What the list shows. */
export type Listing =
	| { readonly kind: "none" }
	| { readonly kind: "asking"; readonly pattern: string }
	| {
			readonly kind: "listed";
			readonly pattern: string;
			readonly entries: readonly Entry[];
			/** More may match than fitted into the answer. */
			readonly isCut: boolean;
	  }
	| { readonly kind: "failed"; readonly pattern: string; readonly error: unknown };

/** What the pane beside the list shows. */
export type Opened =
	| { readonly kind: "none" }
	| {
			readonly kind: "moving";
			readonly path: string;
			readonly does: "read" | "write";
			/** Bytes so far, and in all; undefined before it is known. */
			readonly done: number;
			readonly all: number | undefined;
	  }
	| { readonly kind: "file"; readonly file: ReadFile }
	| {
			readonly kind: "failed";
			readonly path: string;
			readonly does: "read" | "write";
			readonly error: unknown;
	  };

interface FilesState {
	/** What stands in the field. */
	readonly pattern: string;
	/** Patterns that were listed, the newest first; kept in the browser. */
	readonly recent: readonly string[];
	readonly listing: Listing;
	readonly opened: Opened;
	readonly sent: Sent;
	/** What was typed into files and is not written yet, by path. */
	readonly drafts: Readonly<Record<string, string>>;
}

/** How many patterns are kept. */
const KEPT = 8;

/** The files tool: what was asked for and what came. */
export const filesStore = createStore<FilesState>()(
	persist(
		(): FilesState => ({
			pattern: "/home/pi/*",
			recent: [],
			listing: { kind: "none" },
			opened: { kind: "none" },
			sent: nothingSent,
			drafts: {},
		}),
		{
			name: "gpioscope.files",
			version: 1,
			partialize: ({ pattern, recent }) => ({ pattern, recent }),
			merge: (stored, current) => {
				const { pattern, recent } = (stored ?? {}) as Partial<FilesState>;
				return {
					...current,
					...(typeof pattern === "string" ? { pattern } : {}),
					...(Array.isArray(recent) ? { recent: recent.filter((each) => typeof each === "string") } : {}),
				};
			},
		},
	),
);
followStorage(filesStore, ["recent"]);

/** Puts a pattern that was listed at the front of those kept. */
export function keepPattern(pattern: string): void {
	filesStore.setState(({ recent }) => ({
		recent: [pattern, ...recent.filter((other) => other !== pattern)].slice(0, KEPT),
	}));
}

/** Keeps what was typed into a file; undefined drops it. */
export function setDraft(path: string, draft: string | undefined): void {
	filesStore.setState(({ drafts: { [path]: _old, ...others } }) => ({
		drafts: draft === undefined ? others : { ...others, [path]: draft },
	}));
}
