import type { Clock } from "./clock.ts";

/** What a probe tells, all in milliseconds. */
export interface ProbeAnswer {
	/** From triggering the event until its report arrived. */
	readonly latencyMs: number;
	/** From the reply to the trigger command until the report arrived: the delay of the report path alone. */
	readonly reportLagMs: number;
}

export interface EventProbeOptions {
	readonly clock: Clock;
	readonly intervalMs: number;
	/** An unanswered trigger is called a stall after this time. */
	readonly stallMs: number;
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
		this.#sentMs = undefined;
		this.#repliedMs = undefined;
		this.#stalled = false;
	}

	/** True from a trigger until its report. */
	get isOutstanding(): boolean {
		return this.#sentMs !== undefined;
	}

	/** How long the report of a trigger that was replied to is missing, in milliseconds. */
	get lagMs(): number {
		return this.#repliedMs === undefined ? 0 : this.#options.clock.now() - this.#repliedMs;
	}

	/** The report of the event has arrived. */
	reported(): void {
		if (this.#sentMs === undefined) return;
		const latencyMs = this.#options.clock.now() - this.#sentMs;
		const reportLagMs = this.lagMs;
		this.#sentMs = undefined;
		this.#repliedMs = undefined;
		this.#stalled = false;
		this.#options.onAnswer({ latencyMs, reportLagMs });
	}

	readonly #beat = () => {
		const { clock, intervalMs, stallMs } = this.#options;
		this.#cancel = clock.after(intervalMs, this.#beat);
		const now = clock.now();
		if (this.#repliedMs !== undefined && !this.#stalled && now - this.#repliedMs > stallMs) {
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
				if (this.#sentMs === now) this.#repliedMs = this.#options.clock.now();
			},
			(error: unknown) => {
				if (this.#sentMs === now) this.#sentMs = undefined;
				this.#options.onProblem(error);
			},
		);
	}
}
