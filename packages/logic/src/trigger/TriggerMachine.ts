import type { TriggerStage } from "@gpioscope/protocol";
import type { TriggerRun } from "./TriggerRun.ts";
import { type Watcher, watcherOf } from "./Watcher.ts";

/** Hears of a hit: its time in ticks, and how many changes the capture had when it happened. True ends the looking. */
export type HitListener = (time: number, position: number) => boolean;

/** Goes through the stages of one trigger as changes are shown to it, once each and in order. */
export class TriggerMachine {
	/** The channels of all stages, which must be known for anything to happen, as a mask. */
	readonly channels: number;
	readonly #stages: readonly TriggerStage[];
	readonly #watchers: readonly Watcher[];
	readonly #ticksPerMicro: number;
	#stage = 0;
	/** How many times the present stage has happened. */
	#times = 0;
	/** The last moment at which the present stage may happen. */
	#expires = Number.POSITIVE_INFINITY;
	/** Since when its channels have been known; undefined while they are not. */
	#since: number | undefined;

	/** @param stages complete ones */
	constructor(stages: readonly TriggerStage[], ticksPerMicro: number) {
		this.#stages = stages;
		this.#ticksPerMicro = ticksPerMicro;
		this.#watchers = stages.map(({ condition }, at) => watcherOf(condition, ticksPerMicro, at === 0));
		this.channels = this.#watchers.reduce((all, { channels }) => all | channels, 0);
	}

	/** Since when it has known all its channels; undefined while it does not. */
	get since(): number | undefined {
		return this.#since;
	}

	/** From `time` on, and the first change of the run, its channels are known. */
	begin(run: TriggerRun, time: number): void {
		this.#since = time;
		this.#enter(0, run, run.first, time);
	}

	/** Its channels are not known any more. */
	lose(): void {
		this.#since = undefined;
	}

	/** Looks at the changes of a run. Returns whether the listener ended that. */
	scan(run: TriggerRun, onHit: HitListener): boolean {
		let at = run.first;
		for (;;) {
			const watcher = this.#watchers[this.#stage] as Watcher;
			const expires = this.#expires;
			const isExpiring = expires < run.until;
			const end = isExpiring ? Math.max(at, Math.min(run.last, run.chunk.upperBound(expires))) : run.last;
			if (watcher.seek(run, at, end, isExpiring ? expires : run.until)) {
				at = watcher.next;
				if (this.#happened(run, at, watcher.time) && onHit(watcher.time, run.position + at - run.first))
					return true;
			} else if (isExpiring) {
				at = end;
				this.#enter(0, run, at, expires);
			} else return false;
		}
	}

	/** The present stage happened. Returns whether that completes the trigger. */
	#happened(run: TriggerRun, at: number, time: number): boolean {
		const { count } = this.#stages[this.#stage] as TriggerStage;
		if (++this.#times < count) return false;
		const isLast = this.#stage === this.#stages.length - 1;
		// A trigger of one stage looks on without forgetting what it has seen.
		if (isLast && this.#stage === 0) this.#times = 0;
		else this.#enter(isLast ? 0 : this.#stage + 1, run, at, time);
		return isLast;
	}

	#enter(stage: number, run: TriggerRun, at: number, time: number): void {
		const within = stage === 0 ? undefined : this.#stages[stage]?.within;
		this.#stage = stage;
		this.#times = 0;
		this.#expires = within === undefined ? Number.POSITIVE_INFINITY : time + within * this.#ticksPerMicro;
		this.#watchers[stage]?.begin(run, at, time, this.#since ?? time);
	}
}
