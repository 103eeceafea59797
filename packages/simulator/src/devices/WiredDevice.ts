import type { BusLines } from "../buses/busLines.ts";
import type { Controls } from "./Control.ts";
import type { Cancel, Device, Level, World } from "./Device.ts";
import type { DeviceContext } from "./defineDevice.ts";

/** A device's hold on the board, pins by name. */
export type Connection = Omit<DeviceContext<string, unknown>, "options" | "random">;

/** A device on the bench: a kind's behaviour, wired to GPIOs. */
export class WiredDevice implements Device {
	readonly kind: string;
	readonly name: string;
	/** The GPIO of each pin. */
	readonly gpios: Readonly<Record<string, number>>;
	readonly busLines: BusLines;
	readonly #start: (connection: Connection) => Controls | undefined;
	#controls: Controls = {};

	constructor(
		kind: string,
		name: string,
		gpios: Readonly<Record<string, number>>,
		start: (connection: Connection) => Controls | undefined,
		busLines: BusLines = new Map(),
	) {
		this.kind = kind;
		this.name = name;
		this.gpios = gpios;
		this.busLines = busLines;
		this.#start = start;
	}

	/** What can be done to it and read off it now; nothing while it is not attached. */
	get controls(): Controls {
		return this.#controls;
	}

	attach(world: World): void {
		this.#controls = this.#start(this.#connect(world)) ?? {};
	}

	/** Timers and drives are withdrawn by its world. */
	detach(): void {
		this.#controls = {};
	}

	#connect(world: World): Connection {
		const gpio = (pin: string) => {
			const wired = this.gpios[pin];
			if (wired === undefined) throw new Error(`${this.kind} "${this.name}" has no pin ${pin}`);
			return wired;
		};
		const driven = new Map<string, Level | undefined>();
		const glitches = new Map<string, Level>();
		const isWired = (pin: string) => this.gpios[pin] !== undefined;
		const put = (pin: string) => world.drive(gpio(pin), glitches.get(pin) ?? driven.get(pin));
		const drive: Connection["drive"] = (pin, level) => {
			driven.set(pin, level);
			if (isWired(pin)) put(pin);
		};
		const glitch: Connection["glitch"] = (pin, length) => {
			if (!isWired(pin) || glitches.has(pin)) return;
			glitches.set(pin, world.level(gpio(pin)) === 1 ? 0 : 1);
			put(pin);
			world.at(world.now() + length, () => {
				glitches.delete(pin);
				put(pin);
			});
		};
		const play: Connection["play"] = ({ edges, length }, then) => {
			const start = world.now();
			let next = 0;
			let cancel: Cancel = () => {};
			// One timer at a time: a long waveform does not fill the board's schedule.
			const step = () => {
				// Compared as sums, as the timers are: a difference may be off by the last bit and never be reached.
				const now = world.now();
				for (let edge = edges[next]; edge && start + edge.time <= now; edge = edges[next]) {
					drive(edge.line, edge.level);
					next++;
				}
				const edge = edges[next];
				if (edge) cancel = world.at(start + edge.time, step);
				else if (then) cancel = world.at(start + length, then);
			};
			step();
			return () => cancel();
		};
		return {
			gpio,
			now: () => world.now(),
			after: (delay, fn) => world.at(world.now() + delay, fn),
			drive,
			glitch,
			play,
			level: (pin) => (isWired(pin) ? world.level(gpio(pin)) : 1),
			onLevel: (pin, fn) => (isWired(pin) ? world.onLevel(gpio(pin), fn) : () => {}),
			command: (call) => world.command(call),
			request: (call, then) => world.request(call, then),
			onBoot: (fn) => world.onBoot(fn),
			log: (text) => world.log(text),
		};
	}
}
