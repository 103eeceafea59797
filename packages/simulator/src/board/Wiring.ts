import type { Level } from "../devices/Device.ts";
import { type Board, GPIO_COUNT } from "./Board.ts";

/** Combines what several devices do to the GPIOs: where they disagree, low wins. */
export class Wiring {
	#board: Board;
	readonly #drives: Map<object, Level>[] = Array.from({ length: GPIO_COUNT }, () => new Map());
	readonly #forced = new Map<number, Level>();

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

	/** What the GPIO is forced to. */
	forced(gpio: number): Level | undefined {
		return this.#forced.get(gpio);
	}

	/** Lets go of everything `owner` drives. */
	release(owner: object): void {
		this.#drives.forEach((drives, gpio) => {
			if (drives.has(owner)) this.drive(owner, gpio, undefined);
		});
	}

	/** Wires everything to another board, as it is. */
	moveTo(board: Board): void {
		this.#board = board;
		for (let gpio = 0; gpio < GPIO_COUNT; gpio++) this.#settle(gpio);
	}

	#settle(gpio: number): void {
		const levels = [...(this.#drives[gpio]?.values() ?? [])];
		const driven = levels.length === 0 ? undefined : (Math.min(...levels) as Level);
		this.#board.drive(gpio, this.#forced.get(gpio) ?? driven);
	}
}
