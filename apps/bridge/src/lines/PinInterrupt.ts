/** Which changes of a pin are told. */
export const lineEdges = ["RISING", "FALLING", "BOTH"] as const;
export type LineEdge = (typeof lineEdges)[number];

/** What a registration asks for. */
export interface InterruptOptions {
	/** wiringPi number, for the lines pushed. */
	readonly pin: number;
	readonly gpio: number;
	readonly edge: LineEdge;
	/** After an edge was told, those that follow within this time are not. */
	readonly intervalMs: number;
	/** Tick of the registration: what was before is not told. */
	readonly sinceTick: number;
	/** Tells an edge, or that edges before this tick may be missing. */
	push(event: "RISING" | "FALLING" | "LOST", tick: number): void;
}

/** One pin that one program wants to hear of. */
export class PinInterrupt {
	readonly #options: InterruptOptions;
	readonly #mask: number;
	/** When it was registered; known with the first block. Microseconds of the epoch. */
	#since: number | undefined;
	/** Edges before this time come too soon after the one told last. */
	#next = 0;
	#isLost = false;

	constructor(options: InterruptOptions) {
		this.#options = options;
		this.#mask = 1 << options.gpio;
	}

	/** A block is about to be read that begins at this time and tick. */
	blockBegins(time: number, tick: number): void {
		this.#since ??= time + ((this.#options.sinceTick - tick) | 0);
	}

	/** The lines changed. */
	changed(changed: number, level: number, time: number, tick: number): void {
		if ((changed & this.#mask) === 0 || time <= (this.#since ?? 0) || time < this.#next) return;
		const event = (level & this.#mask) === 0 ? "FALLING" : "RISING";
		const { edge, intervalMs, push } = this.#options;
		if (edge !== "BOTH" && edge !== event) return;
		this.#next = time + intervalMs * 1000;
		push(event, tick);
	}

	/** What happened until then is not known. Said once for a run of gaps. */
	lost(until: number, tick: number): void {
		if (this.#isLost || until <= (this.#since ?? 0)) return;
		this.#isLost = true;
		this.#options.push("LOST", tick);
	}

	/** All was known in a block. */
	found(): void {
		this.#isLost = false;
	}

	/** Times begin anew. */
	restarted(tick: number): void {
		this.#since = Number.NEGATIVE_INFINITY;
		this.#next = 0;
		this.lost(0, tick);
	}
}
