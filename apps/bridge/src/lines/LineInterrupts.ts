import type { Socket } from "node:net";
import type { EdgeWatch } from "./EdgeWatch.ts";
import { type InterruptOptions, PinInterrupt } from "./PinInterrupt.ts";

/** Bytes that may wait for a program that does not read; edges after them are counted as lost. */
export const MOST_PUSHED_BYTES = 64 * 1024;

/** The interrupts that one program has registered, and their way to it. */
export class LineInterrupts {
	readonly #socket: Socket;
	readonly #edges: EdgeWatch;
	readonly #byPin = new Map<number, PinInterrupt>();
	/** Pins of which edges were not told since too much waits, with the tick of the newest. */
	readonly #behind = new Map<number, number>();

	constructor(socket: Socket, edges: EdgeWatch) {
		this.#socket = socket;
		this.#edges = edges;
		socket.on("drain", () => this.#catchUp());
	}

	/** Registers an interrupt; one for each pin. */
	set(options: Omit<InterruptOptions, "push">): void {
		const { pin } = options;
		if (this.#socket.destroyed) return;
		this.remove(pin);
		const push = (event: string, tick: number) => this.#push(pin, event, tick);
		const interrupt = new PinInterrupt({ ...options, push });
		this.#byPin.set(pin, interrupt);
		this.#edges.add(interrupt);
	}

	remove(pin: number): void {
		const interrupt = this.#byPin.get(pin);
		if (interrupt !== undefined) this.#edges.remove(interrupt);
		this.#byPin.delete(pin);
		this.#behind.delete(pin);
	}

	clear(): void {
		for (const pin of [...this.#byPin.keys()]) this.remove(pin);
	}

	#push(pin: number, event: string, tick: number): void {
		if (this.#socket.destroyed || this.#socket.writableEnded) return;
		if (this.#behind.size > 0 || this.#socket.writableLength > MOST_PUSHED_BYTES) {
			this.#behind.set(pin, tick);
			return;
		}
		this.#socket.write(`INTERRUPT ${pin} ${event} ${tick}\n`);
	}

	#catchUp(): void {
		const behind = [...this.#behind];
		this.#behind.clear();
		for (const [pin, tick] of behind) this.#push(pin, "LOST", tick);
	}
}
