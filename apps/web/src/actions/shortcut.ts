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
	// The plus key itself is written "+" or "mod++".
	const key = shortcut.endsWith("+") ? "+" : (shortcut.split("+").at(-1) ?? "");
	const parts = shortcut.slice(0, shortcut.length - key.length).split("+");
	const wants = (name: string): boolean => parts.includes(name);
	const pressed = event.key === " " ? "Space" : event.key;
	const same = key.length === 1 ? pressed.toLowerCase() === key.toLowerCase() : pressed === key;
	// A printed character such as "?" or "[" needs Shift or AltGr on some keyboards: then Shift is not asked.
	const shiftFits = key.length > 1 || isLetterOrDigit(key) ? event.shiftKey === wants("shift") : true;
	return (
		same && shiftFits && (event.ctrlKey || event.metaKey) === wants("mod") && event.altKey === wants("alt")
	);
}

const MODIFIER_KEYS = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph"]);

/** The shortcut that an event is, so that {@link matchesShortcut} holds; undefined for a modifier alone. */
export function shortcutOf(event: KeyboardEvent): string | undefined {
	if (MODIFIER_KEYS.has(event.key)) return undefined;
	const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
	const withShift = event.shiftKey && (key.length > 1 || isLetterOrDigit(key));
	return [
		...(event.ctrlKey || event.metaKey ? ["mod"] : []),
		...(event.altKey ? ["alt"] : []),
		...(withShift ? ["shift"] : []),
		key,
	].join("+");
}

/** One way of writing for shortcuts that are the same. */
export function normalShortcut(shortcut: string): string {
	const key = shortcut.endsWith("+") ? "+" : (shortcut.split("+").at(-1) ?? "");
	const parts = shortcut.slice(0, shortcut.length - key.length).split("+");
	const modifiers = ["mod", "alt", "shift"].filter((name) => parts.includes(name));
	return [...modifiers, key.length === 1 ? key.toUpperCase() : key].join("+");
}

function isLetterOrDigit(key: string): boolean {
	return /^[a-z0-9]$/i.test(key);
}

/** The shortcut as printed on keys, such as `Ctrl K`. */
export function printShortcut(shortcut: string): string {
	return shortcut
		.split(/\+(?!$)/)
		.map((part) => PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part))
		.join(" ");
}

/** True for a shortcut without Ctrl or Alt, which must not act while someone types. */
export function isPlainKey(shortcut: string): boolean {
	return !shortcut.split("+").some((part) => MODIFIERS.has(part) && part !== "shift");
}
