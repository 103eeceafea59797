import type { Capture } from "@gpioscope/logic";
import { type CaptureId, type CaptureSource, LIVE } from "./CaptureEntry.ts";

/** A capture in the worker, with what the page is told of it. */
export interface ShelvedCapture {
	readonly capture: Capture;
	readonly source: CaptureSource;
	/** Whether the page has yet to hear of its latest state. */
	hasNews: boolean;
}

/** The captures of the worker: the live one, opened files, segments kept by triggers. */
export class CaptureShelf {
	readonly #shelf = new Map<CaptureId, ShelvedCapture>();

	constructor(live: Capture) {
		this.put(LIVE, live, { kind: "live" });
	}

	/** Adds a capture, or puts another in the place of one. */
	put(id: CaptureId, capture: Capture, source: CaptureSource): ShelvedCapture {
		const shelved: ShelvedCapture = { capture, source, hasNews: true };
		this.#shelf.set(id, shelved);
		return shelved;
	}

	/** @throws RangeError when there is none of that id (any more). */
	get(id: CaptureId): ShelvedCapture {
		const shelved = this.#shelf.get(id);
		if (shelved === undefined) throw new RangeError(`The capture "${id}" has been closed.`);
		return shelved;
	}

	/** The capture of that id, if there is one. */
	find(id: CaptureId): ShelvedCapture | undefined {
		return this.#shelf.get(id);
	}

	/** Whether there was one; the live one stays. */
	remove(id: CaptureId): boolean {
		return id !== LIVE && this.#shelf.delete(id);
	}

	[Symbol.iterator](): IterableIterator<[CaptureId, ShelvedCapture]> {
		return this.#shelf.entries();
	}
}
