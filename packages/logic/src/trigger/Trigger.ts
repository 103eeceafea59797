/** What a line must do in one change of the capture. piscope's five, by their names there. */
export type LineCondition = "low" | "high" | "edge" | "falling" | "rising";

/** What one stage waits for. Channels are 0 to 31, times microseconds. */
export type TriggerCondition =
	/**
	 * All lines at once, looked at after every change of the capture: levels must hold then, edges must lie in that very
	 * change. With levels only, every change while they hold counts (as in piscope) unless `entering`.
	 */
	| {
			readonly kind: "lines";
			readonly lines: Readonly<Record<number, LineCondition>>;
			/** Only the change that makes it true counts. */
			readonly entering?: boolean;
	  }
	/** A pulse from `min` to `max` wide, both included; it happens at the edge that ends it. */
	| {
			readonly kind: "pulse";
			readonly channel: number;
			readonly level: 0 | 1 | "either";
			readonly min?: number;
			readonly max?: number;
	  }
	/** No edge of the channel for so long while it has that level; it happens when the time is over. */
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
	/** Microseconds since the stage before it within which it must have happened; else the sequence starts over. */
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
	 * "sample to" is position 1, "around" 0.5, "from" 0.
	 */
	| { readonly kind: "pause"; readonly length: Extent; readonly position: number }
	/** Keep `length` around every hit as a segment of its own, the newest `keep` of them, and go on. */
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
