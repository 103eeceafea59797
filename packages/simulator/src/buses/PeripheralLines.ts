import type { Board } from "../board/Board.ts";
import type { Mode } from "../board/powerOn.ts";
import type { Cancel, Level, Micros } from "../devices/Device.ts";
import type { Lines } from "../devices/lines/Lines.ts";
import type { Engine } from "../engine/Engine.ts";

/** How a peripheral is tied to GPIOs. */
export interface PeripheralWiring<Pin extends string> {
	readonly pins: Readonly<Record<Pin, number>>;
	/** The mode that connects a GPIO to it; in any other it sees a high line that never changes. */
	readonly mode: Mode;
	/** Whether a high is left to a resistor. */
	readonly isOpenDrain: boolean;
}

/** GPIOs in an alternate function, as a slave that lives on lines has them: the chip's peripherals are such slaves. */
export class PeripheralLines<Pin extends string> implements Lines<Pin> {
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #wiring: PeripheralWiring<Pin>;
	readonly #cancels: Cancel[] = [];

	constructor(engine: Engine, board: Board, wiring: PeripheralWiring<Pin>) {
		this.#engine = engine;
		this.#board = board;
		this.#wiring = wiring;
	}

	now(): Micros {
		return this.#engine.time;
	}

	after(delay: Micros, fn: () => void): Cancel {
		return this.#engine.at(this.#engine.time + delay, fn);
	}

	level(pin: Pin): Level {
		return this.#isConnected(pin) ? this.#board.read(this.#wiring.pins[pin]) : 1;
	}

	onLevel(pin: Pin, fn: (level: Level, time: Micros) => void): Cancel {
		const cancel = this.#board.onLevel(this.#wiring.pins[pin], (level, time) => {
			if (this.#isConnected(pin)) fn(level, time);
		});
		this.#cancels.push(cancel);
		return cancel;
	}

	drive(pin: Pin, level: Level | undefined): void {
		const { pins, mode, isOpenDrain } = this.#wiring;
		this.#board.drivePeripheral(pins[pin], mode, isOpenDrain && level === 1 ? undefined : level);
	}

	/** Lets go of all lines, and is told nothing more of them. */
	release(): void {
		for (const cancel of this.#cancels.splice(0)) cancel();
		for (const pin in this.#wiring.pins) this.drive(pin, undefined);
	}

	#isConnected(pin: Pin): boolean {
		return this.#board.getMode(this.#wiring.pins[pin]) === this.#wiring.mode;
	}
}
