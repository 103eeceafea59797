/** Puts a text onto the clipboard. @throws Error when the browser does not let the page do that. */
export async function copyText(text: string): Promise<void> {
	// Pages that come by plain http from another computer have no clipboard of their own.
	if (navigator.clipboard !== undefined) {
		await navigator.clipboard.writeText(text);
		return;
	}
	const field = document.createElement("textarea");
	field.value = text;
	field.style.position = "fixed";
	document.body.append(field);
	field.select();
	const isCopied = document.execCommand("copy");
	field.remove();
	if (!isCopied) throw new Error("The browser did not let the page copy. Select the text and press Ctrl C.");
}
