/** Hands bytes to the browser as a file. */
export function saveBytes(name: string, type: string, bytes: Uint8Array): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([bytes.slice()], { type }));
	link.download = name;
	link.click();
	// The click only queues the download; the address must outlive this task.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
