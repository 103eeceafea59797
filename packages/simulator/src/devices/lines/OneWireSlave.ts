import type { Level, Micros } from "../Device.ts";
import type { Lines } from "./Lines.ts";
import type { Dialogue, Slot } from "./oneWireSlots.ts";

/** Times of a 1-Wire chip, from the DS18B20's data sheet (typical where it gives a range), in microseconds. */
export const oneWireTimes = {
	/** The shortest low that is a reset. */
	reset: 480,
	/** From the end of the reset to the chip's answer (15 to 60), and the answer's length (60 to 240). */
	presenceWait: 30,
	presence: 120,
	/** From the beginning of a slot to the chip's look at it, and how long it holds a 0 (15 to 60). */
	sample: 30,
	hold: 30,
} as const;

/** A chip on a 1-Wire line: answers resets, and takes and gives bits in the slots the master begins. */
export class OneWireSlave {
	/** Whether it is plugged in. */
	isConnected = true;
	readonly #lines: Lines<"data">;
	readonly #dialogue: () => Dialogue;
	#current: Dialogue | undefined;
	#slot: Slot | undefined;
	#fellAt: Micros | undefined;
	/** Until when the answers to a reset, this chip's and others', are on the line. */
	#deafUntil: Micros = 0;

	/** @param dialogue what the chip says and hears after each reset */
	constructor(lines: Lines<"data">, dialogue: () => Dialogue) {
		this.#lines = lines;
		this.#dialogue = dialogue;
		lines.drive("data", 1);
		lines.onLevel("data", (level) => {
			if (level === 0) this.#onFall();
			else this.#onRise();
		});
	}

	#onFall(): void {
		const now = this.#lines.now();
		this.#fellAt = now;
		if (now < this.#deafUntil || this.#slot === undefined) return;
		if (this.#slot === "take") {
			this.#lines.after(oneWireTimes.sample, () => this.#answer(this.#lines.level("data")));
			return;
		}
		const bit = this.#slot();
		if (bit === 0) {
			this.#lines.drive("data", 0);
			this.#lines.after(oneWireTimes.hold, () => this.#lines.drive("data", 1));
		}
		this.#answer(bit);
	}

	#onRise(): void {
		const now = this.#lines.now();
		const isReset = this.#fellAt !== undefined && now - this.#fellAt >= oneWireTimes.reset;
		this.#fellAt = undefined;
		if (!isReset) return;
		this.#current = undefined;
		this.#slot = undefined;
		if (!this.isConnected) return;
		const { presenceWait, presence } = oneWireTimes;
		this.#deafUntil = now + presenceWait + presence;
		this.#lines.after(presenceWait, () => this.#lines.drive("data", 0));
		this.#lines.after(presenceWait + presence, () => {
			this.#lines.drive("data", 1);
			this.#current = this.#dialogue();
			this.#slot = next(this.#current, 0);
		});
	}

	#answer(bit: Level): void {
		if (this.#current !== undefined) this.#slot = next(this.#current, bit);
	}
}

function next(dialogue: Dialogue, bit: Level): Slot | undefined {
	const step = dialogue.next(bit);
	return step.done === true ? undefined : step.value;
}
