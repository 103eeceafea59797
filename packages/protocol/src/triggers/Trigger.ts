/** What a line must do in one change of the capture. piscope's five, by their names there. */
export type LineCondition = "low" | "high" | "edge" | "falling" | "rising";

/**
 * What one stage waits for: it happens at moments. Channels are 0 to 31, times microseconds. What is unknown is
 * neither low nor high: nothing happens where a channel of the trigger is unknown, and behind such a stretch its
 * stages start over.
 */
export type TriggerCondition =
	/**
	 * All lines at once, looked at after every change of the capture, of whichever line: levels must hold then, edges
	 * must lie in that very change. With levels only, every change while they hold counts (as in piscope) unless
	 * `entering`.
	 */
	| {
			readonly kind: "lines";
			readonly lines: Readonly<Record<number, LineCondition>>;
			/** With levels only: just the change that makes them true counts. */
			readonly entering?: boolean;
	  }
	/**
	 * A pulse from `min` to `max` wide, both included. It happens at the edge that ends it; it may have begun before
	 * the stage did.
	 */
	| {
			readonly kind: "pulse";
			readonly channel: number;
			readonly level: 0 | 1 | "either";
			readonly min?: number;
			readonly max?: number;
	  }
	/**
	 * No edge of the channel for so long while it has that level; it happens when the time is over, and not again
	 * before an edge has come. In stages after the first the time runs from the beginning of the stage at the earliest.
	 */
	| {
			readonly kind: "timeout";
			readonly channel: number;
			readonly level: 0 | 1 | "either";
			readonly after: number;
	  };

export interface TriggerStage {
	readonly condition: TriggerCondition;
	/** How many times it must happen, from 1. */
	readonly count: number;
	/**
	 * Microseconds since the stage before it within which it must have happened, all its times; else the sequence
	 * starts over. Of no effect in the first stage.
	 */
	readonly within?: number;
}

/** A length of a capture. */
export type Extent =
	| { readonly unit: "changes"; readonly count: number }
	| { readonly unit: "time"; readonly micros: number };

/** What follows when all stages have happened. */
export type TriggerAction =
	/** Count, and go on. */
	| { readonly kind: "count" }
	/**
	 * Freeze the view once `length` around the hit is captured, of which `position` (0 to 1) lies before it. piscope's
	 * "sample to" is position 1, "around" 0.5, "from" 0. Happens once until live is entered again.
	 */
	| { readonly kind: "pause"; readonly length: Extent; readonly position: number }
	/**
	 * Keep `length` around the hit as a segment of its own, the newest `keep` of them, and go on. Hits before a segment
	 * is complete count and make no further segment.
	 */
	| { readonly kind: "segment"; readonly length: Extent; readonly position: number; readonly keep: number };

/** A trigger: stages one after the other, then an action. Several are independent of each other. */
export interface Trigger {
	/** From 1; shown as T1. */
	readonly number: number;
	readonly name: string;
	readonly enabled: boolean;
	readonly stages: readonly TriggerStage[];
	readonly action: TriggerAction;
}
