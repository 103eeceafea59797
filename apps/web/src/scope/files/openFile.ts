import { notifications } from "@mantine/notifications";
import { errorWords } from "../../actions/errorWords.ts";
import {
	capturesStore,
	type FileJob,
	FileJobError,
	files,
	type JobProgress,
	type OpenedFile,
	showCapture,
} from "../../bridge/index.ts";
import { forgetFiles, keepFile } from "../../stores/keptFiles/keptFilesStore.ts";
import { showView } from "../../stores/uiStore.ts";
import { addRunning, changeRunning, removeRunning, setFileFacts } from "./filesStore.ts";
import { followReading } from "./followReading.ts";
import { restoreLook } from "./restoreLook.ts";
import { takeOverLook } from "./takeOverLook.ts";
import { isPiscopeSettings, takePiscopeSettings } from "./takePiscopeSettings.ts";
import { whenShown } from "./whenShown.ts";

/**
 * Opens files, each as a capture of its own; the scope turns to each as soon as its first part is there. piscope's
 * settings are taken over instead.
 */
export function openFiles(chosen: readonly File[]): void {
	for (const file of chosen) void (isPiscopeSettings(file.name) ? takePiscopeSettings(file) : openFile(file));
}

async function openFile(file: File): Promise<void> {
	showView("scope");
	const job = files.open(file, (progress) => {
		tellProgress(job.id, file, progress);
		following.progress(progress.done / (progress.total ?? file.size));
	});
	const { id } = job;
	const following = followReading(id);
	const stopWaiting = whenThere(id, () => showCapture(id));
	try {
		const opened = await finished(job, file);
		if (opened === undefined) return;
		following.finish();
		take(file, opened);
		await keepFile(id, file);
	} finally {
		stopWaiting();
		following.stop();
	}
}

/** Opens a file that was open when the page was left, under the id it had, without turning to it. */
export async function reopenFile(id: string, file: File): Promise<void> {
	const job = files.open(file, (progress) => tellProgress(id, file, progress), id);
	const stopWaiting = whenThere(id, () => undefined);
	const opened = await finished(job, file);
	stopWaiting();
	// What cannot be read now will not be readable the next time.
	if (opened === undefined) await forgetFiles([id]);
	else setFileFacts(id, { format: opened.format, bytes: file.size, remarks: opened.remarks });
}

function tellProgress(id: string, file: File, { done, total = file.size }: JobProgress): void {
	changeRunning(id, { done, share: done / total });
}

/** Waits for a file to be read, with its progress told; undefined when it was cancelled or, which is told, is wrong. */
async function finished(
	{ id, result, cancel }: FileJob<OpenedFile>,
	file: File,
): Promise<OpenedFile | undefined> {
	addRunning({ id, name: file.name, verb: "Opening", share: 0, done: 0, cancel });
	try {
		return await result;
	} catch (error) {
		await tellFailure(file.name, error);
		return undefined;
	} finally {
		removeRunning(id);
	}
}

/** Runs when the worker has first told of a capture; it then has the look that was kept for it. */
function whenThere(id: string, run: () => void): () => void {
	const stop = capturesStore.subscribe(({ entries }) => {
		const entry = entries.find((one) => one.id === id);
		if (entry === undefined) return;
		stop();
		if (entry.source.kind === "file") takeOverLook(entry.source);
		run();
	});
	return stop;
}

function take(file: File, opened: OpenedFile): void {
	const facts = { format: opened.format, bytes: file.size };
	setFileFacts(opened.id, { ...facts, remarks: opened.remarks });
	// What a file says of its looks is about the capture on view.
	whenShown(opened.id, () => {
		const remarks = [...opened.remarks, ...restoreLook(opened)];
		setFileFacts(opened.id, { ...facts, remarks });
		tellRemarks(file.name, remarks);
	});
}

function tellRemarks(name: string, remarks: readonly string[]): void {
	if (remarks.length === 0) return;
	const [first = ""] = remarks;
	const others = remarks.length === 1 ? "" : ` ${remarks.length - 1} more remarks are in the inspector.`;
	notifications.show({ title: name, message: `${first}${others}` });
}

async function tellFailure(name: string, error: unknown): Promise<void> {
	const { message } = errorWords(error);
	const isPlaced = error instanceof FileJobError && error.place !== "";
	const remedy = isPlaced
		? "Correct that place, or save the file anew where it came from."
		: await whatCanBeOpened();
	notifications.show({
		id: `error:${name}:${message}`,
		color: "red",
		title: name,
		message: `${message} Nothing was loaded. ${remedy}`,
		autoClose: false,
	});
}

async function whatCanBeOpened(): Promise<string> {
	try {
		const { readableFormats } = await import("./readableFormats.ts");
		return `What can be opened: ${readableFormats.join(", ")}.`;
	} catch {
		// Without its bridge the page cannot load the list; the reason above stands without it.
		return "";
	}
}
