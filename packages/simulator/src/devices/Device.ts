import type { CommandCall } from "@gpioscope/protocol";
import type { BusLines } from "../buses/busLines.ts";

/** A level of a line: low or high. */
export type Level = 0 | 1;

/** Simulator time: microseconds since the simulator started, a float that never jumps. */
export type Micros = number;

/** Withdraws what the call that returned it set up. Calling it twice does nothing. */
export type Cancel = () => void;

/** Is given a command's result (negative for an error; for data its length) and its data (empty if it has none). */
export type CommandAnswer = (result: number, data: Uint8Array) => void;

/**
 * The board as one device sees it. Every device has a world of its own, so that the lines it drives are
 * told from those of other devices.
 *
 * Time stands still inside a callback: `now()` is the exact moment the callback was due, however late the
 * machine ran it, so edges driven there carry exact times.
 */
export interface World {
	/** The current moment. */
	now(): Micros;
	/**
	 * Calls `fn` at `time`. A time that has passed already means as soon as possible, after the callbacks due
	 * earlier. A callback may arrange the next one; each must lie later than the last, or time cannot go on.
	 */
	at(time: Micros, fn: () => void): Cancel;
	/**
	 * Drives a GPIO (0 to 53) from outside; `undefined` lets go of it. A GPIO nobody drives follows its pull.
	 * Where several devices drive one line differently, low wins. A GPIO in output mode keeps its own level.
	 */
	drive(gpio: number, level: Level | undefined): void;
	/** The level the GPIO has now, as READ tells it: its output latch, its driver or its pull. */
	level(gpio: number): Level;
	/** Calls `fn` at every change of the GPIO's level, with the exact time of the change. */
	onLevel(gpio: number, fn: (level: Level, time: Micros) => void): Cancel;
	/**
	 * Gives the daemon a command, as a program running on the Pi would; the result is negative for an error. Of a
	 * command that takes time it tells no more than that it began: 0.
	 */
	command(call: CommandCall): number;
	/**
	 * The same, waiting for the answer: `then` is called once, when the daemon answers, never before this returns.
	 * A device that has been disconnected is not called any more.
	 */
	request(call: CommandCall, then: CommandAnswer): void;
	/** Calls `fn` each time the Pi has been switched off and on: programs on it begin anew. */
	onBoot(fn: () => void): Cancel;
	/** Tells whoever watches the bench (at debug level) what the device did. */
	log(text: string): void;
}

/** One thing on the virtual bench, wired to one or more GPIOs. */
export interface Device {
	/** Unique on its bench; names the device in messages and on the control channel. */
	readonly name: string;
	/** The lines of buses it hangs on; the Pi's interfaces to them are switched on. */
	readonly busLines?: BusLines;
	/** Connects the device. Called once, before time begins or while it runs. */
	attach(world: World): void;
	/** Disconnects it. Its timers and drives are withdrawn by the bench as well, so this may be empty. */
	detach(): void;
}
