import { createStore } from "zustand/vanilla";
import type { CaptureId } from "../../bridge/index.ts";

/** A file that is being read or written. */
export interface RunningFile {
	readonly id: string;
	readonly name: string;
	readonly verb: "Opening" | "Writing";
	/** 0 to 1; undefined while nobody knows how much it will be. */
	readonly share: number | undefined;
	/** Bytes so far. */
	readonly done: number;
	cancel(): void;
}

/** What is known of an opened file beside its capture. */
export interface FileFacts {
	/** As a person reads it. */
	readonly format: string;
	readonly bytes: number;
	/** What was left out or read otherwise than written. */
	readonly remarks: readonly string[];
}

interface FilesState {
	readonly running: readonly RunningFile[];
	/** Of the files that are open and complete. */
	readonly facts: Readonly<Record<CaptureId, FileFacts>>;
	readonly isExportOpen: boolean;
	/** Id of the format that was last chosen for export. */
	readonly exportFormat: string;
}

/** Files on their way, and what is known of those that are open. */
export const filesStore = createStore<FilesState>()(() => ({
	running: [],
	facts: {},
	isExportOpen: false,
	exportFormat: "vcd",
}));

/** A file sets out. */
export function addRunning(file: RunningFile): void {
	filesStore.setState(({ running }) => ({ running: [...running, file] }));
}

/** How far it is. */
export function changeRunning(id: string, change: Pick<RunningFile, "share" | "done">): void {
	filesStore.setState(({ running }) => ({
		running: running.map((file) => (file.id === id ? { ...file, ...change } : file)),
	}));
}

/** It is through, or will never be. */
export function removeRunning(id: string): void {
	filesStore.setState(({ running }) => ({ running: running.filter((file) => file.id !== id) }));
}

export function setFileFacts(id: CaptureId, facts: FileFacts): void {
	filesStore.setState((state) => ({ facts: { ...state.facts, [id]: facts } }));
}

/** Whether a capture is still being read from its file. */
export function isBeingRead(id: CaptureId, { running } = filesStore.getState()): boolean {
	return running.some((file) => file.id === id && file.verb === "Opening");
}
