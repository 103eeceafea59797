import type { Edge, EdgeKind, Gap, PiEvent, WatchdogTimeout } from "../records.ts";

/** What one user of the feed wants to hear. */
export interface WatchOptions {
	/** Mask of GPIO 0 to 31. */
	readonly bits?: number;
	/** Mask of events 0 to 31. */
	readonly events?: number;
	/** Which edges; all unless given. */
	readonly edge?: EdgeKind;
	onEdge?(edge: Edge): void;
	onTimeout?(timeout: WatchdogTimeout): void;
	onEvent?(event: PiEvent): void;
	/** Changes or events may have been missed. */
	onGap?(gap: Gap): void;
	/** The client was closed, or the watch could not begin. Not called after stop(). */
	onEnd?(error: unknown): void;
}

const edgeKinds: readonly EdgeKind[] = ["rising", "falling", "either"];

/** One user of the feed, from its watching to its stop. */
export class Watch {
	readonly bits: number;
	readonly events: number;
	readonly options: WatchOptions;
	/** Resolves when what happens from then on is told. */
	readonly ready: Promise<void>;
	/** Records from before this time lie before the watch. */
	since = Number.POSITIVE_INFINITY;
	isActive = true;

	readonly #edge: EdgeKind;
	#resolve: () => void = () => {};
	#reject: (error: unknown) => void = () => {};

	constructor(options: WatchOptions) {
		this.options = options;
		this.bits = (options.bits ?? 0) >>> 0;
		this.events = (options.events ?? 0) >>> 0;
		const { edge = "either" } = options;
		if (!edgeKinds.includes(edge)) {
			throw new RangeError(`edge must be ${edgeKinds.join(" or ")}, not ${String(edge)}`);
		}
		this.#edge = edge;
		this.ready = new Promise((resolve, reject) => {
			this.#resolve = resolve;
			this.#reject = reject;
		});
		// Whoever does not wait for it hears of its failure by onEnd.
		this.ready.catch(() => {});
	}

	get isReady(): boolean {
		return this.since !== Number.POSITIVE_INFINITY;
	}

	/** What comes from this time on is told. */
	begin(time: number): void {
		this.since = time;
		this.#resolve();
	}

	/** Its owner wants no more. Who still waits for it to begin waits in vain no longer. */
	stop(): void {
		this.isActive = false;
		this.#resolve();
	}

	/** Nothing more is told: it could not begin, or the client was closed. */
	end(error: unknown): void {
		if (!this.isActive) return;
		this.isActive = false;
		this.#reject(error);
		this.options.onEnd?.(error);
	}

	/** Says whether what happened at that time is to be told. */
	covers(time: number): boolean {
		return this.isActive && time >= this.since;
	}

	/** Says whether a change to this level at that time is to be told. */
	wants(level: 0 | 1, time: number): boolean {
		if (!this.covers(time)) return false;
		return this.#edge === "either" || (this.#edge === "rising") === (level === 1);
	}
}
