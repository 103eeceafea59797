import type { Clock } from "./clock.ts";

/** What a probe tells. */
export interface ProbeAnswer {
	/** From triggering the event until its report arrived, in milliseconds. */
	readonly latencyMs: number;
}

const SECOND_LOOK_MS = 50;

/** What has stopped: everything, or only reports while commands are still answered. */
export type StallCause = "silent" | "reports";

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
	onStall(cause: StallCause): void;
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
	#late = false;
	#stopWaiting: (() => void) | undefined;

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
		const { clock, intervalMs } = this.#options;
		this.#cancel = clock.after(intervalMs, this.#beat);
		if (this.#sentMs === undefined) this.#trigger(clock.now());
	};

	#trigger(now: number): void {
		const { stallMs, onStall, onProblem, trigger } = this.#options;
		this.#sentMs = now;
		this.#wait(stallMs, () => onStall("silent"));
		trigger().then(
			() => {
				// The report may have overtaken the reply: they come by two sockets.
				if (this.#sentMs === now) this.#awaitReport();
			},
			(error: unknown) => {
				if (this.#sentMs === now) this.#settle();
				onProblem(error);
			},
		);
	}

	#awaitReport(): void {
		const { lateMs, stallMs, onStall } = this.#options;
		this.#wait(lateMs, () => {
			this.#late = true;
			this.#wait(stallMs - lateMs, () => onStall("reports"));
		});
	}

	/**
	 * Runs after the time, and after one more look at what the sockets hold: when this program itself was held up, the
	 * answer is there already.
	 */
	#wait(ms: number, run: () => void): void {
		const { clock } = this.#options;
		this.#stopWaiting?.();
		this.#stopWaiting = clock.after(ms, () => {
			this.#stopWaiting = clock.after(SECOND_LOOK_MS, run);
		});
	}

	#settle(): void {
		this.#stopWaiting?.();
		this.#stopWaiting = undefined;
		this.#sentMs = undefined;
		this.#late = false;
	}
}
