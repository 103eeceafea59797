import { HandleTable } from "../buses/HandleTable.ts";
import type { Engine } from "../engine/Engine.ts";
import { LoopedPort } from "./LoopedPort.ts";
import type { SerialPort } from "./SerialPort.ts";
import type { Uart } from "./Uart.ts";

/** How many handles there are. */
const HANDLES = 16;
/** The names of the UART on GPIO 14 and 15. */
const uartNames: ReadonlySet<string> = new Set(["/dev/ttyAMA0", "/dev/ttyS0", "/dev/serial0"]);

/** The serial ports of the Pi. */
export class SerialPorts {
	/** There if the bench has something on its lines. */
	uart: Uart | undefined;
	readonly #engine: Engine;
	readonly #areLooped: boolean;
	readonly #open = new HandleTable<SerialPort>(HANDLES);

	/** `areLooped`: every port there could be exists, each handle looped back by itself. */
	constructor(engine: Engine, areLooped: boolean) {
		this.#engine = engine;
		this.#areLooped = areLooped;
	}

	open(name: string, baud: number): number | "noHandle" | "failed" {
		if (this.#open.isFull) return "noHandle";
		if (this.#areLooped) return this.#open.open(new LoopedPort(this.#engine, baud));
		if (this.uart === undefined || !uartNames.has(name)) return "failed";
		this.uart.open(baud);
		return this.#open.open(this.uart);
	}

	get(handle: number): SerialPort | undefined {
		return this.#open.get(handle);
	}

	/** Whether nobody else has the port that is open as `handle`. */
	isLast(handle: number): boolean {
		const port = this.#open.get(handle);
		return this.#open.count((other) => other === port) === 1;
	}

	close(handle: number): void {
		const isLast = this.isLast(handle);
		const port = this.#open.get(handle);
		this.#open.close(handle);
		if (isLast) port?.close();
	}
}
