/** Where a file is going to be put. */
export interface SaveTarget {
	/** Puts it there. */
	save(blob: Blob): Promise<void>;
}

interface FileHandle {
	createWritable(): Promise<{ write(blob: Blob): Promise<void>; close(): Promise<void> }>;
}

interface SavePicker {
	showSaveFilePicker?(options: {
		readonly suggestedName: string;
		readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
	}): Promise<FileHandle>;
}

/**
 * Asks where a file shall be saved, where the browser can; else it goes where downloads go. To be called from within a
 * click or key, as browsers demand.
 *
 * @returns undefined when the person thought better of it
 */
export async function chooseTarget(
	name: string,
	{ mediaType, extension }: { readonly mediaType: string; readonly extension: string },
): Promise<SaveTarget | undefined> {
	const { showSaveFilePicker } = window as SavePicker;
	if (showSaveFilePicker === undefined) return { save: (blob) => download(name, blob) };
	try {
		const handle = await showSaveFilePicker({
			suggestedName: name,
			types: [{ accept: { [mediaType]: [`.${extension}`] } }],
		});
		return { save: (blob) => writeTo(handle, blob) };
	} catch (error) {
		if (error instanceof DOMException && error.name === "AbortError") return undefined;
		throw error;
	}
}

async function writeTo(handle: FileHandle, blob: Blob): Promise<void> {
	const writable = await handle.createWritable();
	await writable.write(blob);
	await writable.close();
}

/** How long a browser may take to begin reading what it downloads, ms. */
const DOWNLOAD_BEGINS_MS = 60_000;

async function download(name: string, blob: Blob): Promise<void> {
	const url = URL.createObjectURL(blob);
	const anchor = document.createElement("a");
	anchor.href = url;
	anchor.download = name;
	anchor.click();
	// Nothing tells when the browser has taken it.
	setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_BEGINS_MS);
}
