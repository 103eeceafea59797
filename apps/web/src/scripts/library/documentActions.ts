import { notifications } from "@mantine/notifications";
import { showError } from "../../actions/showError.ts";
import { saveText } from "../../widgets/saveText.ts";
import { addDocument, openDocument, removeDocument, restoreDocument } from "./libraryStore.ts";

/** Longest file that is read as a script: pigpiod takes 65535 characters. */
const LONGEST_FILE = 1_000_000;

/** Opens a copy of the open script. */
export function duplicateOpen(): void {
	const { name, text } = openDocument();
	addDocument(name, text);
}

/** Takes the open script out of the browser and offers to take that back. */
export function removeOpen(): void {
	const gone = removeDocument(openDocument().id);
	if (gone === undefined) return;
	const notice = notifications.show({
		message: `Removed ${gone.name}. Click to restore it.`,
		onClick: () => {
			restoreDocument(gone);
			notifications.hide(notice);
		},
	});
}

/** Hands the open script to the browser as a file. */
export function saveOpen(): void {
	const { name, text } = openDocument();
	saveText(`${name.replace(/[^\w .-]+/g, "_")}.pigpio.txt`, "text/plain", text);
}

/** Asks for a file and opens it as a new script. */
export async function openFile(): Promise<void> {
	const file = await askForFile();
	if (file === undefined) return;
	if (file.size > LONGEST_FILE)
		showError(`${file.name} was not opened`, new Error("It is too long for a script."));
	else addDocument(file.name.replace(/(\.pigpio)?\.\w+$/, ""), await file.text());
}

function askForFile(): Promise<File | undefined> {
	return new Promise((resolve) => {
		const input = document.createElement("input");
		input.type = "file";
		input.addEventListener("change", () => resolve(input.files?.[0]));
		input.addEventListener("cancel", () => resolve(undefined));
		input.click();
	});
}
