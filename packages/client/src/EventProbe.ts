import type { Clock } from "./clock.ts";

/** What a probe tells. */
export interface ProbeAnswer {
	/** From triggering the event until its report arrived, in milliseconds. */
	readonly latencyMs: number;
}

const SECOND_LOOK_MS = 50;

export interface EventProbeOptions {
	readonly clock: Clock;
	readonly intervalMs: number;
	/** An unanswered trigger is called a stall after this time. */
	readonly stallMs: number;
	/** A report that is this much behind the reply to its trigger is late. */
	readonly lateMs: number;
	/** Triggers the event; resolves when the daemon replied. Rejects when there is no connection. */
	trigger(): Promise<void>;
	onAnswer(answer: ProbeAnswer): void;
	/** Reports have stopped although commands are answered. */
	onStall(): void;
	onProblem(error: unknown): void;
}

/**
 * Watches the daemon's report path: triggers an event and waits for its report. pigpiod writes all reports from one
 * thread by blocking writes, so one program that stops reading silences everybody; commands go on being answered, and
 * only this shows it.
 */
export class EventProbe {
	readonly #options: EventProbeOptions;
	#cancel: (() => void) | undefined;
	#sentMs: number | undefined;
	#repliedMs: number | undefined;
	#stalled = false;
	#late = false;
	#cancelLate: (() => void) | undefined;

	constructor(options: EventProbeOptions) {
		this.#options = options;
	}

	start(): void {
		this.stop();
		this.#beat();
	}

	stop(): void {
		this.#cancel?.();
		this.#cancel = undefined;
		this.#settle();
	}

	/** True from a trigger until its report. */
	get isOutstanding(): boolean {
		return this.#sentMs !== undefined;
	}

	/** True when the report path, and not this program or the network, is behind. */
	get isLate(): boolean {
		return this.#late;
	}

	/** The report of the event has arrived. */
	reported(): void {
		if (this.#sentMs === undefined) return;
		const latencyMs = this.#options.clock.now() - this.#sentMs;
		this.#settle();
		this.#options.onAnswer({ latencyMs });
	}

	readonly #beat = () => {
		const { clock, intervalMs, stallMs } = this.#options;
		this.#cancel = clock.after(intervalMs, this.#beat);
		const now = clock.now();
		if (this.#late && this.#repliedMs !== undefined && !this.#stalled && now - this.#repliedMs > stallMs) {
			this.#stalled = true;
			this.#options.onStall();
		}
		if (this.#sentMs === undefined) this.#trigger(now);
	};

	#trigger(now: number): void {
		this.#sentMs = now;
		this.#options.trigger().then(
			() => {
				// The report may have overtaken the reply: they come by two sockets.
				if (this.#sentMs !== now) return;
				this.#repliedMs = this.#options.clock.now();
				this.#watchLateness();
			},
			(error: unknown) => {
				if (this.#sentMs === now) this.#sentMs = undefined;
				this.#options.onProblem(error);
			},
		);
	}

	/**
	 * After the time allowed, waits once more for what the sockets hold: when this program itself was held up, the
	 * report is there already.
	 */
	#watchLateness(): void {
		const { clock, lateMs } = this.#options;
		this.#cancelLate = clock.after(lateMs, () => {
			this.#cancelLate = clock.after(SECOND_LOOK_MS, () => {
				this.#late = true;
			});
		});
	}

	#settle(): void {
		this.#cancelLate?.();
		this.#cancelLate = undefined;
		this.#sentMs = undefined;
		this.#repliedMs = undefined;
		this.#stalled = false;
		this.#late = false;
	}
}
