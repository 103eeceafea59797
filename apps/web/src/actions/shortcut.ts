const MODIFIERS = new Set(["mod", "shift", "alt"]);

const PRINTED: Readonly<Record<string, string>> = {
	mod: "Ctrl",
	shift: "Shift",
	alt: "Alt",
	ArrowUp: "↑",
	ArrowDown: "↓",
	ArrowLeft: "←",
	ArrowRight: "→",
	Escape: "Esc",
	PageUp: "Page Up",
	PageDown: "Page Down",
};

/** True when the event is this shortcut, with exactly its modifiers; Ctrl and Command are the same. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
	const parts = shortcut.split("+");
	const key = parts.at(-1) ?? "";
	const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
	const pressed = event.key === " " ? "Space" : event.key;
	const same = key.length === 1 ? pressed.toLowerCase() === key.toLowerCase() : pressed === key;
	// A printed character such as "?" or "[" needs Shift or AltGr on some keyboards: then Shift is not asked.
	const isLetter = /^[a-z0-9]$/i.test(key);
	const shiftFits = key.length > 1 || isLetter ? event.shiftKey === wants("shift") : true;
	return (
		same && shiftFits && (event.ctrlKey || event.metaKey) === wants("mod") && event.altKey === wants("alt")
	);
}

/** The shortcut as printed on keys, such as `Ctrl K`. */
export function printShortcut(shortcut: string): string {
	return shortcut
		.split("+")
		.map((part) => PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part))
		.join(" ");
}

/** True for a shortcut without Ctrl or Alt, which must not act while someone types. */
export function isPlainKey(shortcut: string): boolean {
	return !shortcut.split("+").some((part) => MODIFIERS.has(part) && part !== "shift");
}
