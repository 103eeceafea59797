const NAME = "gpioscope.panes";

/** The Pis that were side by side: in this tab before it was reloaded, else, for a page that is opened anew, in any. */
export function readPanes(isNamed: boolean): readonly string[] {
	const kept = sessionStorage.getItem(NAME) ?? (isNamed ? null : localStorage.getItem(NAME));
	if (kept === null) return [];
	try {
		const read: unknown = JSON.parse(kept);
		return Array.isArray(read) ? read.filter((id) => typeof id === "string") : [];
	} catch {
		// Not ours; what is kept next takes its place.
		return [];
	}
}

/** Keeps which Pis are side by side. */
export function writePanes(panes: readonly string[]): void {
	const text = JSON.stringify(panes);
	sessionStorage.setItem(NAME, text);
	localStorage.setItem(NAME, text);
}
