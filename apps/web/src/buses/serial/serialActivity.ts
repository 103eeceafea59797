import { createStore } from "zustand/vanilla";
import type { SerialLine } from "./SerialLine.ts";
import type { SerialSettings } from "./serialSettings.ts";
import { appendChunk, type Chunk, rowForms, type TranscriptRow } from "./transcript.ts";

/** The line that is open, and how it was opened. */
export interface OpenLine {
	readonly line: SerialLine;
	readonly settings: SerialSettings;
}

interface SerialActivity {
	readonly open: OpenLine | undefined;
	/** The line is being opened or closed. */
	readonly isChanging: boolean;
	readonly isSending: boolean;
	/** What failed last. */
	readonly error: unknown;
	/** What went over the line, as rows of text and as rows of bytes; oldest first. */
	readonly rows: Readonly<Record<keyof typeof rowForms, readonly TranscriptRow[]>>;
	/** Characters since the terminal was cleared. */
	readonly received: number;
	readonly sent: number;
	/** Characters whose parity did not fit. */
	readonly faults: number;
}

const noRows = { text: [], hex: [] } as const;

/** What this page does on a serial line right now. */
export const serialActivity = createStore<SerialActivity>()(() => ({
	open: undefined,
	isChanging: false,
	isSending: false,
	error: undefined,
	rows: noRows,
	received: 0,
	sent: 0,
	faults: 0,
}));

/** Adds characters to the terminal. */
export function addChunk(chunk: Chunk, faults = 0): void {
	const count = chunk.values.length;
	serialActivity.setState((state) => ({
		rows: {
			text: appendChunk(state.rows.text, chunk, rowForms.text),
			hex: appendChunk(state.rows.hex, chunk, rowForms.hex),
		},
		received: state.received + (chunk.direction === "got" ? count : 0),
		sent: state.sent + (chunk.direction === "sent" ? count : 0),
		faults: state.faults + faults,
	}));
}

/** Empties the terminal. */
export function clearTerminal(): void {
	serialActivity.setState({ rows: noRows, received: 0, sent: 0, faults: 0 });
}
