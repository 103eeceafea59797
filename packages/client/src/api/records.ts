/** Which changes of a line are meant. */
export type EdgeKind = "rising" | "falling" | "either";

/** What every record of a line or an event bears. */
interface Stamped {
	/** pigpiod's wrapping 32-bit microseconds. */
	readonly tick: number;
	/** Microseconds that go on counting; comparable within one epoch. */
	readonly time: number;
	/** Counts up when pigpiod restarts or its ticks jump back. */
	readonly epoch: number;
}

/** A GPIO changed. */
export interface Edge extends Stamped {
	readonly kind: "edge";
	readonly gpio: number;
	/** The level after it. */
	readonly level: 0 | 1;
	/**
	 * Only known from the levels before and after this gap, at whose end it is stamped: it happened some time within,
	 * and there may have been more.
	 */
	readonly gap?: Gap;
}

/** A GPIO showed no change for the time that `setWatchdog` gave it; told again after each such time. */
export interface WatchdogTimeout extends Stamped {
	readonly kind: "timeout";
	readonly gpio: number;
	/** In place of a level, as pigpio has it. */
	readonly level: 2;
}

/** An event of pigpiod: 0 to 31, sent by `triggerEvent`; 31 is a transfer of the I2C or SPI slave. */
export interface PiEvent extends Stamped {
	readonly kind: "event";
	readonly event: number;
}

/** One end of a gap. */
export interface GapEnd {
	readonly time: number;
	readonly epoch: number;
}

/** A stretch in which changes and events may have been missed. */
export interface Gap {
	readonly kind: "gap";
	/**
	 * `disconnected`: there was no connection; `slowReader`: the buffer of this iterator was full; the others are the
	 * transport's words, `reportsLost` and `stalled` (another program did not read its own reports) over TCP.
	 */
	readonly cause: "disconnected" | "slowReader" | (string & {});
	/** The last moment known before. */
	readonly from: GapEnd;
	/** The first moment known after it; absent while it lasts, and a second record follows at its end. */
	readonly to?: GapEnd;
	/** How many records were dropped, where that is known. */
	readonly dropped?: number;
}
