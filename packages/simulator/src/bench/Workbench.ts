import { DeviceWorld, type Home } from "../board/DeviceWorld.ts";
import { Wiring } from "../board/Wiring.ts";
import type { Device, Level, Micros } from "../devices/Device.ts";
import type { WiredDevice } from "../devices/WiredDevice.ts";
import type { Machine } from "../Machine.ts";
import type { Bench, BuiltBench } from "./Bench.ts";
import { extendBench, reduceBench } from "./buildBench.ts";

/** The bench while it lives: its devices, wired to the Pi that is there now. */
export class Workbench implements Bench {
	/** Called after devices came or went. */
	onChange: () => void = () => {};
	readonly #machine: Machine;
	readonly #log: (text: string) => void;
	readonly #wiring: Wiring;
	readonly #worlds = new Map<Device, DeviceWorld>();
	#bench: BuiltBench;

	/** @param log is told what the devices say they do */
	constructor(bench: BuiltBench, machine: Machine, log: (text: string) => void) {
		this.#bench = bench;
		this.#machine = machine;
		this.#log = log;
		this.#wiring = new Wiring(machine.home.board);
		this.#attachAll();
	}

	get name(): string {
		return this.#bench.name;
	}

	get devices(): readonly WiredDevice[] {
		return this.#bench.devices;
	}

	get names(): Readonly<Record<number, string>> {
		return this.#bench.names;
	}

	/** Connects a device that need not be one of a bench file. */
	attach(device: Device): void {
		this.#machine.catchUp();
		this.#wire(device);
		const world = new DeviceWorld(this.#home, this.#wiring, (text) => this.#log(`${device.name}: ${text}`));
		this.#worlds.set(device, world);
		device.attach(world);
		this.#machine.wake();
	}

	/** Disconnects a device: its timers and drives are withdrawn. */
	detach(device: Device): void {
		const world = this.#worlds.get(device);
		if (world === undefined) return;
		this.#machine.catchUp();
		device.detach();
		world.release();
		this.#worlds.delete(device);
		const wired = this.#bench.devices.find((other) => other === device);
		if (wired === undefined) return;
		this.#bench = reduceBench(this.#bench, wired);
		this.onChange();
	}

	/** Builds and connects one more device. @throws BenchError that lists every fault of the entry */
	add(entry: unknown): WiredDevice {
		const extended = extendBench(this.#bench, entry);
		const device = extended.devices.at(-1);
		if (device === undefined) throw new Error("the bench has not grown");
		this.#bench = extended;
		this.attach(device);
		this.onChange();
		return device;
	}

	/** Clears the bench, also of what was attached by hand, and sets up another. */
	load(bench: BuiltBench): void {
		this.clear();
		this.#bench = bench;
		this.#attachAll();
		this.onChange();
	}

	/** Drives a GPIO whatever devices do to it; `undefined` leaves it to them. */
	force(gpio: number, level: Level | undefined): void {
		this.#wiring.force(gpio, level);
	}

	/** Drives a GPIO for so long, whatever devices do to it and it is forced to; the last glitch wins. */
	glitch(gpio: number, level: Level, micros: Micros): void {
		this.#machine.after(micros, this.#wiring.glitch(gpio, level));
	}

	/** Wires everything, as it is, to the Pi that is there after a restart. */
	moveToNewPi(): void {
		for (const device of this.#worlds.keys()) this.#wire(device);
		this.#wiring.moveTo(this.#home.board);
		for (const world of this.#worlds.values()) world.moveTo(this.#home);
	}

	/** Disconnects everything. */
	clear(): void {
		for (const [device, world] of this.#worlds) {
			device.detach();
			world.release();
		}
		this.#worlds.clear();
	}

	/** A Pi boots with all its interfaces; then the devices come to life one by one. */
	#attachAll(): void {
		for (const device of this.#bench.devices) this.#wire(device);
		for (const device of this.#bench.devices) this.attach(device);
	}

	/** Switches on the Pi's interfaces to the buses the device hangs on. */
	#wire({ busLines }: Device): void {
		if (busLines !== undefined) this.#machine.daemon.buses.wire(busLines);
	}

	get #home(): Home {
		return this.#machine.home;
	}
}
