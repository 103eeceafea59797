/** Which way characters went. */
export type Direction = "got" | "sent";

/** Characters that came or went together. */
export interface Chunk {
	readonly direction: Direction;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Bytes, or numbers of up to 32 bits. */
	readonly values: readonly number[];
}

/** One row of the terminal: characters of one direction. */
export interface TranscriptRow extends Chunk {
	/** Counts up; the same for as long as the row grows. */
	readonly place: number;
}

/** Rows kept; the oldest go first. */
const KEPT = 5000;
const LINE_FEED = 0x0a;

/** Where rows end: at most so many characters, and behind line feeds or not. */
export interface RowForm {
	readonly longest: number;
	readonly breaksLines: boolean;
}

/** Rows for reading text, and for reading bytes. */
export const rowForms = {
	text: { longest: 160, breaksLines: true },
	hex: { longest: 16, breaksLines: false },
} as const satisfies Readonly<Record<string, RowForm>>;

/** Adds a chunk: the last row goes on if it is of the same direction and not at its end. */
export function appendChunk(
	rows: readonly TranscriptRow[],
	chunk: Chunk,
	form: RowForm,
): readonly TranscriptRow[] {
	const last = rows.at(-1);
	const goesOn = last !== undefined && last.direction === chunk.direction && !isFull(last.values, form);
	const grown = goesOn ? rows.slice(0, -1) : [...rows];
	let place = goesOn ? last.place : (last?.place ?? -1) + 1;
	let row: number[] = goesOn ? [...last.values] : [];
	let at = goesOn ? last.at : chunk.at;
	for (const value of chunk.values) {
		row.push(value);
		if (!isFull(row, form)) continue;
		grown.push({ place, direction: chunk.direction, at, values: row });
		place++;
		row = [];
		at = chunk.at;
	}
	if (row.length > 0) grown.push({ place, direction: chunk.direction, at, values: row });
	return grown.length > KEPT ? grown.slice(-KEPT) : grown;
}

function isFull(values: readonly number[], { longest, breaksLines }: RowForm): boolean {
	return values.length >= longest || (breaksLines && values.at(-1) === LINE_FEED);
}

export const HIGHEST_BYTE = 0xff;
const SPACE = 0x20;
const DELETE = 0x7f;
const TAB = 0x09;

/** Characters as text: bytes are UTF-8; what has more bits is written as a number. */
export function readable(values: readonly number[], showsControls: boolean): string {
	let text = "";
	let bytes: number[] = [];
	const flush = (): void => {
		text += new TextDecoder().decode(Uint8Array.from(bytes));
		bytes = [];
	};
	for (const value of values) {
		const isControl = value < SPACE || value === DELETE;
		if (value <= HIGHEST_BYTE && (!isControl || value === TAB)) {
			bytes.push(value);
			continue;
		}
		flush();
		if (value > HIGHEST_BYTE) text += `‹${value.toString(16).toUpperCase()}›`;
		else if (showsControls) text += controlPicture(value);
	}
	flush();
	return text;
}

/** Unicode has a picture of each control character: ␍ for a carriage return. */
function controlPicture(value: number): string {
	return String.fromCodePoint(value === DELETE ? 0x2421 : 0x2400 + value);
}
