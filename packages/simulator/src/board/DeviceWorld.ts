import type { CommandCall } from "@gpioscope/protocol";
import type { Cancel, CommandAnswer, Level, Micros, World } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import type { Board } from "./Board.ts";
import type { Wiring } from "./Wiring.ts";

/** Performs a command for a device, as `World` describes `command` and `request`. */
export type PerformForDevice = (call: CommandCall, then?: CommandAnswer) => number;

/** The Pi that a device is wired to: another one after it was switched off and on. */
export interface Home {
	readonly engine: Engine;
	readonly board: Board;
	readonly perform: PerformForDevice;
	/** When it was switched on, in the bench's time; whole microseconds. */
	readonly startedAt: Micros;
}

/** What a program gets from a daemon that went away before it answered: PI_INIT_FAILED. */
const DAEMON_IS_GONE = -1;

interface Timer {
	readonly time: Micros;
	readonly fn: () => void;
	cancel: Cancel;
}

interface Listener {
	readonly gpio: number;
	readonly fn: (level: Level, time: Micros) => void;
	cancel: Cancel;
}

/** A device's own view of the board. */
export class DeviceWorld implements World {
	#home: Home;
	readonly #wiring: Wiring;
	readonly #log: (text: string) => void;
	readonly #timers = new Set<Timer>();
	readonly #listeners = new Set<Listener>();
	readonly #boots = new Set<() => void>();
	readonly #awaited = new Set<CommandAnswer>();
	/** When the last timer was due: its callback sees that very moment, unharmed by the sums with `startedAt`. */
	#due: Micros = 0;

	constructor(home: Home, wiring: Wiring, log: (text: string) => void) {
		this.#home = home;
		this.#wiring = wiring;
		this.#log = log;
	}

	now(): Micros {
		return Math.max(this.#due, this.#home.engine.time + this.#home.startedAt);
	}

	at(time: Micros, fn: () => void): Cancel {
		const timer: Timer = { time, fn, cancel: () => {} };
		this.#timers.add(timer);
		this.#arm(timer);
		return () => {
			timer.cancel();
			this.#timers.delete(timer);
		};
	}

	drive(gpio: number, level: Level | undefined): void {
		this.#wiring.drive(this, gpio, level);
	}

	level(gpio: number): Level {
		return this.#home.board.read(gpio);
	}

	onLevel(gpio: number, fn: (level: Level, time: Micros) => void): Cancel {
		const listener: Listener = { gpio, fn, cancel: () => {} };
		this.#listeners.add(listener);
		this.#listen(listener);
		return () => {
			listener.cancel();
			this.#listeners.delete(listener);
		};
	}

	command(call: CommandCall): number {
		return this.#home.perform(call);
	}

	request(call: CommandCall, then: CommandAnswer): void {
		const answer: CommandAnswer = (result, data) => {
			// One that is not awaited any more was answered, or its device is gone.
			if (this.#awaited.delete(answer)) then(result, data);
		};
		this.#awaited.add(answer);
		this.#home.perform(call, answer);
	}

	onBoot(fn: () => void): Cancel {
		this.#boots.add(fn);
		return () => this.#boots.delete(fn);
	}

	log(text: string): void {
		this.#log(text);
	}

	/**
	 * Goes on at another Pi, in the same time: timers and listeners are kept. Commands still under way fail. The lines
	 * it drives are the wiring's matter.
	 */
	moveTo(home: Home): void {
		for (const { cancel } of [...this.#timers, ...this.#listeners]) cancel();
		const before = this.#home.board;
		this.#home = home;
		for (const timer of this.#timers) this.#arm(timer);
		for (const listener of this.#listeners) {
			this.#listen(listener);
			const level = home.board.read(listener.gpio);
			if (level !== before.read(listener.gpio)) this.at(this.now(), () => listener.fn(level, this.now()));
		}
		for (const answer of this.#awaited) {
			home.engine.at(home.engine.time, () => answer(DAEMON_IS_GONE, new Uint8Array()));
		}
		// After the answers that tell programs of before that they have failed.
		for (const fn of this.#boots) this.at(this.now(), fn);
	}

	/** Withdraws all the device has set up. */
	release(): void {
		for (const { cancel } of [...this.#timers, ...this.#listeners]) cancel();
		this.#timers.clear();
		this.#listeners.clear();
		this.#awaited.clear();
		this.#boots.clear();
		this.#wiring.release(this);
	}

	#arm(timer: Timer): void {
		const { engine, startedAt } = this.#home;
		timer.cancel = engine.at(timer.time - startedAt, () => {
			this.#timers.delete(timer);
			this.#due = Math.max(this.#due, timer.time);
			timer.fn();
		});
	}

	#listen(listener: Listener): void {
		const { board, startedAt } = this.#home;
		listener.cancel = board.onLevel(listener.gpio, (level, time) => listener.fn(level, time + startedAt));
	}
}
