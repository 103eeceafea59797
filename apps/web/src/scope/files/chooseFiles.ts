import { openFiles } from "./openFile.ts";

/** Lets the person choose files by the browser's own dialog, and opens them. */
export function chooseFiles(): void {
	const input = document.createElement("input");
	input.type = "file";
	input.multiple = true;
	input.addEventListener("change", () => openFiles([...(input.files ?? [])]));
	input.click();
}
