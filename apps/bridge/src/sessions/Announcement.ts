import type { Clock } from "@gpioscope/client";

/** Ten times a second is as often as anybody can read it. */
const PAUSE_MS = 100;

/** Something that is said again after changes, however many there were meanwhile, once. */
export class Announcement {
	readonly #clock: Clock;
	readonly #say: () => void;
	#cancel: (() => void) | undefined;

	constructor(clock: Clock, say: () => void) {
		this.#clock = clock;
		this.#say = say;
	}

	/** Something has changed. */
	tellSoon(): void {
		this.#cancel ??= this.#clock.after(PAUSE_MS, () => {
			this.#cancel = undefined;
			this.#say();
		});
	}

	/** Nobody listens any more. */
	cancel(): void {
		this.#cancel?.();
		this.#cancel = undefined;
	}
}
