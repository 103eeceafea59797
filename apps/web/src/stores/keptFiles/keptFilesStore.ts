import { notifications } from "@mantine/notifications";
import { createStore } from "zustand/vanilla";
import { uiStore } from "../uiStore.ts";
import { browserStorage } from "./browserStorage.ts";
import { type KeptFile, KeptFiles } from "./KeptFiles.ts";

interface KeptFilesState {
	/** The files that are there again when the page is opened anew; undefined until the browser has told. */
	readonly files: readonly KeptFile[] | undefined;
	/** Why this browser keeps none, in one sentence. */
	readonly problem: string | undefined;
}

/** Open files that outlive the page. */
export const keptFilesStore = createStore<KeptFilesState>()(() => ({ files: undefined, problem: undefined }));

const kept = new KeptFiles(browserStorage());

/** The files that were open when the page was left; none where the browser keeps none. Never rejects. */
export async function readKeptFiles(): Promise<readonly KeptFile[]> {
	try {
		const files = await kept.all();
		keptFilesStore.setState({ files });
		return files;
	} catch (error) {
		keptFilesStore.setState({ files: [], problem: reasonOf(error) });
		return [];
	}
}

/** Keeps an open file, if the person wants that; says so when it, or an older one, cannot be kept. */
export async function keepFile(id: string, file: File): Promise<void> {
	if (!uiStore.getState().keepFiles) return;
	try {
		const dropped = await kept.keep({ id, file, keptAt: Date.now() });
		keptFilesStore.setState({ files: await kept.all(), problem: undefined });
		if (dropped.length > 0)
			tell(
				dropped.map((one) => one.file.name).join(", "),
				"Will not be there after a reload: up to 1 GB of open files is kept, the newest.",
			);
	} catch (error) {
		const problem = reasonOf(error);
		keptFilesStore.setState({ problem });
		tell(file.name, `Will not be there after a reload. ${problem}`);
	}
}

/** Forgets files that were closed. */
export async function forgetFiles(ids: readonly string[]): Promise<void> {
	const files = keptFilesStore.getState().files?.filter(({ id }) => !ids.includes(id));
	keptFilesStore.setState({ files });
	try {
		await kept.forget(ids);
	} catch (error) {
		keptFilesStore.setState({ problem: reasonOf(error) });
	}
}

/** Forgets all of them; they stay open until the page is left. */
export function forgetAllFiles(): Promise<void> {
	return forgetFiles((keptFilesStore.getState().files ?? []).map(({ id }) => id));
}

function tell(title: string, message: string): void {
	notifications.show({ id: `kept:${title}`, title, message });
}

/** A browser's own words say little: in a private window it often gives none but a name. */
function reasonOf(error: unknown): string {
	if (error instanceof DOMException)
		return `This browser keeps no files here, as in a private window or on a full disk (${error.name}).`;
	return error instanceof Error ? error.message : String(error);
}
