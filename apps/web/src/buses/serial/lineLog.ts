import { createStore } from "zustand/vanilla";
import { saveBytes } from "../../widgets/saveBytes.ts";
import { type Chunk, HIGHEST_BYTE, readable } from "./transcript.ts";

/** What a log holds: the received characters as they came, or both directions with their times. */
export type LogKind = "received" | "both";

interface LogState {
	/** Undefined while nothing is logged. */
	readonly kind: LogKind | undefined;
	/** Bytes so far. */
	readonly size: number;
}

/** A log ends by itself here, in bytes: it is kept in memory until it is saved. */
const LARGEST = 64_000_000;

/** What went over a line while it was logged; saved as a file at the end. */
export class LineLog {
	readonly store = createStore<LogState>()(() => ({ kind: undefined, size: 0 }));
	readonly #save: (name: string, bytes: Uint8Array) => void;
	#parts: Uint8Array[] = [];

	constructor(save: (name: string, bytes: Uint8Array) => void) {
		this.#save = save;
	}

	start(kind: LogKind): void {
		this.#parts = [];
		this.store.setState({ kind, size: 0 });
	}

	/** Takes in what went over the line; nothing while no log is on. */
	add(chunk: Chunk): void {
		const { kind, size } = this.store.getState();
		if (kind === undefined) return;
		const part = kind === "received" ? receivedOf(chunk) : lineOf(chunk);
		this.#parts.push(part);
		this.store.setState({ size: size + part.length });
		if (size + part.length > LARGEST) this.stop();
	}

	/** Ends the log and saves it. */
	stop(): void {
		const { kind, size } = this.store.getState();
		if (kind === undefined) return;
		const all = new Uint8Array(size);
		let at = 0;
		for (const part of this.#parts) {
			all.set(part, at);
			at += part.length;
		}
		this.#parts = [];
		this.store.setState({ kind: undefined, size: 0 });
		this.#save(kind === "received" ? "serial.txt" : "serial.log", all);
	}
}

/** Characters of more than 8 bits are no bytes: they are written as the terminal shows them. */
function receivedOf({ direction, values }: Chunk): Uint8Array {
	if (direction === "sent") return new Uint8Array();
	const areBytes = values.every((value) => value <= HIGHEST_BYTE);
	return areBytes ? Uint8Array.from(values) : new TextEncoder().encode(readable(values, false));
}

function lineOf({ direction, at, values }: Chunk): Uint8Array {
	const sign = direction === "got" ? "<" : ">";
	return new TextEncoder().encode(`${new Date(at).toISOString()} ${sign} ${readable(values, true)}\n`);
}

/** The log of the terminal. */
export const lineLog = new LineLog((name, bytes) => saveBytes(name, "text/plain", bytes));
