import type { CommandCall } from "@gpioscope/protocol";
import type { Cancel, CommandAnswer, Level, Micros, World } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import type { Board } from "./Board.ts";
import { GPIO_COUNT } from "./Board.ts";

/** Combines what several devices do to the GPIOs: where they disagree, low wins. */
export class Wiring {
	readonly #board: Board;
	readonly #drives: Map<object, Level>[] = Array.from({ length: GPIO_COUNT }, () => new Map());

	constructor(board: Board) {
		this.#board = board;
	}

	/** Notes what `owner` drives the GPIO to, and lets the board know the outcome. */
	drive(owner: object, gpio: number, level: Level | undefined): void {
		const drives = this.#drives[gpio];
		if (drives === undefined) throw new RangeError(`GPIO ${gpio} is not 0 to 53`);
		if (level === undefined) drives.delete(owner);
		else drives.set(owner, level);
		const levels = [...drives.values()];
		this.#board.drive(gpio, levels.length === 0 ? undefined : (Math.min(...levels) as Level));
	}

	/** Lets go of everything `owner` drives. */
	release(owner: object): void {
		this.#drives.forEach((drives, gpio) => {
			if (drives.has(owner)) this.drive(owner, gpio, undefined);
		});
	}
}

/** Performs a command for a device, as `World` describes `command` and `request`. */
export type PerformForDevice = (call: CommandCall, then?: CommandAnswer) => number;

/** A device's own view of the board. */
export class DeviceWorld implements World {
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #wiring: Wiring;
	readonly #perform: PerformForDevice;
	readonly #log: (text: string) => void;
	readonly #cancels = new Set<Cancel>();
	#isReleased = false;

	constructor(
		engine: Engine,
		board: Board,
		wiring: Wiring,
		perform: PerformForDevice,
		log: (text: string) => void,
	) {
		this.#engine = engine;
		this.#board = board;
		this.#wiring = wiring;
		this.#perform = perform;
		this.#log = log;
	}

	now(): Micros {
		return this.#engine.time;
	}

	at(time: Micros, fn: () => void): Cancel {
		const cancel = this.#engine.at(time, () => {
			this.#cancels.delete(cancel);
			fn();
		});
		this.#cancels.add(cancel);
		return () => {
			this.#cancels.delete(cancel);
			cancel();
		};
	}

	drive(gpio: number, level: Level | undefined): void {
		this.#wiring.drive(this, gpio, level);
	}

	level(gpio: number): Level {
		return this.#board.read(gpio);
	}

	onLevel(gpio: number, fn: (level: Level, time: Micros) => void): Cancel {
		const cancel = this.#board.onLevel(gpio, fn);
		this.#cancels.add(cancel);
		return () => {
			this.#cancels.delete(cancel);
			cancel();
		};
	}

	command(call: CommandCall): number {
		return this.#perform(call);
	}

	request(call: CommandCall, then: CommandAnswer): void {
		this.#perform(call, (result, data) => {
			if (!this.#isReleased) then(result, data);
		});
	}

	log(text: string): void {
		this.#log(text);
	}

	/** Withdraws all the device has set up. */
	release(): void {
		this.#isReleased = true;
		for (const cancel of this.#cancels) cancel();
		this.#cancels.clear();
		this.#wiring.release(this);
	}
}
