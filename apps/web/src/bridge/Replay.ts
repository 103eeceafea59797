import { type ServerMessageOf, subscribed } from "@gpioscope/protocol";

/**
 * Tells when a page that has just come has heard the past that the bridge still knew, so that nothing of it makes the
 * page do anything. What was missed during a break is no such past.
 */
export class Replay {
	#subscription: number | undefined;
	/** The first block that is not of the past; undefined until the bridge has said. */
	#next: number | undefined;
	#isOver = false;

	/** Whether all that comes now is new. */
	get isOver(): boolean {
		return this.#isOver;
	}

	/** The page has subscribed; only the first time there is a past. */
	begin(subscription: number): void {
		if (this.#next === undefined) this.#subscription = subscription;
	}

	/** @param block the number of the last block that came */
	hear(message: ServerMessageOf<"result">, block: number | undefined): void {
		if (message.id !== this.#subscription) return;
		this.#next = subscribed.parse(message.result).next;
		this.reach(block ?? -1);
	}

	/** A block has come. */
	reach(block: number): void {
		if (this.#next !== undefined && block + 1 >= this.#next) this.#isOver = true;
	}
}
