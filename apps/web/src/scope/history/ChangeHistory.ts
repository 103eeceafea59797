import { type History, record, redo, startHistory, undo } from "@gpioscope/logic";

/** Something whose changes can be undone. A value is never changed in place, so that old ones stay true. */
export interface HistoryPart {
	read(): unknown;
	write(value: unknown): void;
	/** Whether two values are the same to a person; identity by default. */
	same?(a: unknown, b: unknown): boolean;
	subscribe(listener: () => void): () => void;
}

/** Changes later than this after what a person last did are a step of their own, ms. */
const AFTERMATH_MS = 1000;

/**
 * One line of undo over several parts. What changes from one press of a button or key to the next is one step, however
 * many changes it takes: a drag, or a marker that snaps to an edge a moment after it was set.
 */
export class ChangeHistory {
	readonly #parts: readonly HistoryPart[];
	readonly #clock: () => number;
	#history: History<readonly unknown[]>;
	#turn = 0;
	#actedAt = 0;
	#isHeld = false;
	#isWriting = false;

	/** @param clock milliseconds of any steady clock. */
	constructor(parts: readonly HistoryPart[], clock: () => number) {
		this.#parts = parts;
		this.#clock = clock;
		this.#history = startHistory(this.#read());
	}

	/** Follows the parts; the answer ends it. */
	start(): () => void {
		const stops = this.#parts.map((part) => part.subscribe(() => this.#note()));
		return () => {
			for (const stop of stops) stop();
		};
	}

	/** A person pressed something: what changes from now on is another step. */
	press(isHeld: boolean): void {
		this.#turn++;
		this.#isHeld = isHeld;
		this.#actedAt = this.#clock();
	}

	/** A person goes on with what they do, or lets go. */
	goOn(isHeld: boolean): void {
		this.#isHeld = isHeld;
		this.#actedAt = this.#clock();
	}

	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}

	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}

	undo(): void {
		this.#turnTo(undo(this.#history));
	}

	redo(): void {
		this.#turnTo(redo(this.#history));
	}

	/** Forgets all steps, as when another capture is shown. */
	forget(): void {
		this.#history = startHistory(this.#read());
	}

	#read(): readonly unknown[] {
		return this.#parts.map((part) => part.read());
	}

	#note(): void {
		if (this.#isWriting) return;
		const now = this.#clock();
		if (!this.#isHeld && now - this.#actedAt > AFTERMATH_MS) this.press(false);
		const { present } = this.#history;
		const next = this.#read().map((value, index) => {
			const same = this.#parts[index]?.same ?? Object.is;
			return same(value, present[index]) ? present[index] : value;
		});
		if (next.every((value, index) => Object.is(value, present[index]))) return;
		// Within a turn all steps join, however long it lasts.
		this.#history = record(this.#history, next, { key: String(this.#turn), at: 0 });
	}

	#turnTo(history: History<readonly unknown[]>): void {
		const before = this.#history.present;
		this.#history = history;
		this.#isWriting = true;
		try {
			this.#parts.forEach((part, index) => {
				if (history.present[index] !== before[index]) part.write(history.present[index]);
			});
		} finally {
			this.#isWriting = false;
		}
	}
}
