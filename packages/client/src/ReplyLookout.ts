import { availableParallelism } from "node:os";

/** How long a reply is looked for before the thread may sleep. */
const LOOK_MS = 0.2;
/** A daemon is near when its last reply took no longer: on this machine, or on the same desk. */
const NEAR_MS = 0.4;

/** What a lookout needs besides the moments of requests and replies. */
export interface LookoutOptions {
	/** Whether a reply is awaited. */
	isAwaited(): boolean;
	/** Milliseconds. */
	now?(): number;
	/** Calls back in the next turn of the event loop. */
	turn?(fn: () => void): void;
	/** Processors to run on; with a single one, looking would keep the daemon from answering. */
	readonly processors?: number;
}

/**
 * Keeps the event loop turning for a moment after a request: waking a thread that sleeps takes the system longer than a
 * daemon that is near takes to answer. Calls one by one are then three times as fast. Nothing is looked for while the
 * daemon's replies take longer than that, as over a wireless network.
 */
export class ReplyLookout {
	readonly #isAwaited: () => boolean;
	readonly #now: () => number;
	readonly #turn: (fn: () => void) => void;
	readonly #canLook: boolean;
	#isNear = true;
	#isLooking = false;
	#untilMs = 0;
	/** When the request was sent whose reply comes next; undefined if that is not known. */
	#sentMs: number | undefined;

	constructor({ isAwaited, now, turn, processors = availableParallelism() }: LookoutOptions) {
		this.#isAwaited = isAwaited;
		this.#now = now ?? (() => performance.now());
		this.#turn = turn ?? setImmediate;
		this.#canLook = processors > 1;
	}

	/** A request goes out. @param isFirst none was awaiting its reply */
	sent(isFirst: boolean): void {
		if (!this.#canLook) return;
		const now = this.#now();
		if (isFirst) this.#sentMs = now;
		if (!this.#isNear) return;
		this.#untilMs = now + LOOK_MS;
		if (this.#isLooking) return;
		this.#isLooking = true;
		this.#turn(this.#look);
	}

	/** Replies have come. */
	replied(): void {
		if (this.#sentMs === undefined) return;
		this.#isNear = this.#now() - this.#sentMs <= NEAR_MS;
		this.#sentMs = undefined;
	}

	readonly #look = () => {
		if (this.#isAwaited() && this.#now() < this.#untilMs) this.#turn(this.#look);
		else this.#isLooking = false;
	};
}
