import type { CursorId, scopeStore } from "../scopeStore.ts";

/** A marker as it is drawn: a line over the lanes and a flag in the ruler. */
export interface ShownMarker {
	/** `gold`, `blue`, `green`, `red` or `m3` for a named one. */
	readonly id: string;
	/** Capture time, µs. */
	readonly time: number;
	/** Text of the flag. */
	readonly flag: string;
	/** Text of a flag without room. */
	readonly initial: string;
	/** For people who do not see the flag. */
	readonly name: string;
	readonly tone: CursorId | "mark";
	readonly dashed: boolean;
	readonly pinned: boolean;
}

const CURSORS: readonly { readonly id: CursorId; readonly flag: string; readonly name: string }[] = [
	{ id: "gold", flag: "G", name: "Gold" },
	{ id: "blue", flag: "B", name: "Blue" },
	{ id: "green", flag: "1", name: "Green" },
	{ id: "red", flag: "2", name: "Red" },
];

/** Everything that stands at a time: the cursors, then the named markers. */
export function shownMarkers({
	cursors,
	named,
	bluePinned,
}: Pick<ReturnType<typeof scopeStore.getState>, "cursors" | "named" | "bluePinned">): ShownMarker[] {
	const shown: ShownMarker[] = [];
	for (const { id, flag, name } of CURSORS) {
		const time = cursors[id];
		if (time === undefined) continue;
		shown.push({
			id,
			time,
			flag,
			initial: flag,
			name,
			tone: id,
			dashed: false,
			pinned: id === "blue" && bluePinned,
		});
	}
	for (const { number, name, time } of named) {
		const flag = name === "" ? String(number) : `${number} ${name}`;
		shown.push({
			id: `m${number}`,
			time,
			flag,
			initial: String(number),
			name: `Marker ${flag}`,
			tone: "mark",
			dashed: true,
			pinned: false,
		});
	}
	return shown;
}
