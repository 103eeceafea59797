import type { TriggerCondition } from "@gpioscope/protocol";
import { LinesWatcher } from "./LinesWatcher.ts";
import { PulseWatcher } from "./PulseWatcher.ts";
import { TimeoutWatcher } from "./TimeoutWatcher.ts";
import type { TriggerRun } from "./TriggerRun.ts";

/** Looks for the moments at which one condition happens, while it stands in a sequence. Times are ticks. */
export interface Watcher {
	/** The channels it looks at, which must be known, as a mask. */
	readonly channels: number;
	/** When it last happened, and the first place of the run that came after that. */
	readonly time: number;
	readonly next: number;
	/**
	 * Begins to look, at `time`, from the change at place `at` of the run on.
	 * @param since when its channels became known: what was before that it has not seen
	 */
	begin(run: TriggerRun, at: number, time: number, since: number): void;
	/**
	 * Looks on at changes [at, end), and at the time without any up to `until`. Tells whether it happened; then the
	 * changes from `next` on have not been looked at.
	 */
	seek(run: TriggerRun, at: number, end: number, until: number): boolean;
}

/** @param isFirst whether it is the condition of a first stage */
export function watcherOf(condition: TriggerCondition, ticksPerMicro: number, isFirst: boolean): Watcher {
	switch (condition.kind) {
		case "lines":
			return new LinesWatcher(condition.lines, condition.entering ?? false);
		case "pulse":
			return new PulseWatcher(condition, ticksPerMicro);
		case "timeout":
			return new TimeoutWatcher(condition, ticksPerMicro, isFirst);
	}
}
