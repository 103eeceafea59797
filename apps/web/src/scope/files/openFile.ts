import { notifications } from "@mantine/notifications";
import { errorWords } from "../../actions/errorWords.ts";
import { capturesStore, FileJobError, files, type OpenedFile, showCapture } from "../../bridge/index.ts";
import { showView } from "../../stores/uiStore.ts";
import { addRunning, changeRunning, removeRunning, setFileFacts } from "./filesStore.ts";
import { followReading } from "./followReading.ts";
import { readableFormats } from "./readableFormats.ts";
import { restoreLook } from "./restoreLook.ts";
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
	const job = files.open(file, ({ done, total = file.size }) => {
		changeRunning(id, { done, share: done / total });
		following.progress(done / total);
	});
	const { id, cancel } = job;
	const following = followReading(id);
	const stopWaiting = whenThere(id, () => showCapture(id));
	addRunning({ id, name: file.name, verb: "Opening", share: 0, done: 0, cancel });
	try {
		const opened = await job.result;
		if (opened === undefined) return;
		following.finish();
		take(file, opened);
	} catch (error) {
		tellFailure(file.name, error);
	} finally {
		stopWaiting();
		following.stop();
		removeRunning(id);
	}
}

/** Runs when the worker has first told of a capture. */
function whenThere(id: string, run: () => void): () => void {
	const stop = capturesStore.subscribe(({ entries }) => {
		if (!entries.some((entry) => entry.id === id)) return;
		stop();
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

function tellFailure(name: string, error: unknown): void {
	const { message } = errorWords(error);
	const isPlaced = error instanceof FileJobError && error.place !== "";
	const remedy = isPlaced
		? "Correct that place, or save the file anew where it came from."
		: `What can be opened: ${readableFormats.join(", ")}.`;
	notifications.show({
		id: `error:${name}:${message}`,
		color: "red",
		title: name,
		message: `${message} Nothing was loaded. ${remedy}`,
		autoClose: false,
	});
}
