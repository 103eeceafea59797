import type { Level } from "../devices/Device.ts";
import { type Board, GPIO_COUNT } from "./Board.ts";

/** Combines what several devices do to the GPIOs: where they disagree, low wins. */
export class Wiring {
	#board: Board;
	readonly #drives: Map<object, Level>[] = Array.from({ length: GPIO_COUNT }, () => new Map());
	readonly #forced = new Map<number, Level>();
	readonly #glitches = new Map<number, { readonly level: Level }>();

	constructor(board: Board) {
		this.#board = board;
	}

	/** Notes what `owner` drives the GPIO to, and lets the board know the outcome. */
	drive(owner: object, gpio: number, level: Level | undefined): void {
		const drives = this.#drives[gpio];
		if (drives === undefined) throw new RangeError(`GPIO ${gpio} is not 0 to 53`);
		if (level === undefined) drives.delete(owner);
		else drives.set(owner, level);
		this.#settle(gpio);
	}

	/** Drives the GPIO stronger than any device, as a probe held to the line does; `undefined` takes it away. */
	force(gpio: number, level: Level | undefined): void {
		if (level === undefined) this.#forced.delete(gpio);
		else this.#forced.set(gpio, level);
		this.#settle(gpio);
	}

	/**
	 * Drives the GPIO whatever it is forced to, until the function that is returned is called, another glitch comes or
	 * everything is wired to another board.
	 */
	glitch(gpio: number, level: Level): () => void {
		const glitch = { level };
		this.#glitches.set(gpio, glitch);
		this.#settle(gpio);
		return () => {
			if (this.#glitches.get(gpio) !== glitch) return;
			this.#glitches.delete(gpio);
			this.#settle(gpio);
		};
	}

	/** Lets go of everything `owner` drives. */
	release(owner: object): void {
		this.#drives.forEach((drives, gpio) => {
			if (drives.has(owner)) this.drive(owner, gpio, undefined);
		});
	}

	/** Wires everything to another board, as it is, but for glitches: the time they were to last is over. */
	moveTo(board: Board): void {
		this.#board = board;
		this.#glitches.clear();
		for (let gpio = 0; gpio < GPIO_COUNT; gpio++) this.#settle(gpio);
	}

	#settle(gpio: number): void {
		const levels = [...(this.#drives[gpio]?.values() ?? [])];
		const driven = levels.length === 0 ? undefined : (Math.min(...levels) as Level);
		this.#board.drive(gpio, this.#glitches.get(gpio)?.level ?? this.#forced.get(gpio) ?? driven);
	}
}
