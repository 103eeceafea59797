import { capturesStore } from "../../bridge/index.ts";
import { forgetFiles, keptFilesStore, readKeptFiles } from "../../stores/keptFiles/keptFilesStore.ts";
import { reopenFile } from "./openFile.ts";

/**
 * Opens the files again that were open when the page was left, in the background; files that are closed are forgotten.
 * The answer ends it.
 */
export function startReopening(): () => void {
	let isEnded = false;
	const stop = capturesStore.subscribe(({ entries }, before) => {
		if (entries === before.entries) return;
		const closed = before.entries.filter(
			({ id, source }) => source.kind === "file" && !entries.some((entry) => entry.id === id),
		);
		if (closed.length > 0) void forgetFiles(closed.map(({ id }) => id));
	});
	void readKeptFiles().then((kept) => {
		if (!isEnded) for (const { id, file } of kept) void reopenFile(id, file);
	});
	return () => {
		isEnded = true;
		stop();
	};
}

/** Whether a capture may still come: of a file that is being opened again, or before that is known. */
export function isReopening(id: string): boolean {
	const { files } = keptFilesStore.getState();
	return files === undefined || files.some((kept) => kept.id === id);
}
