/**
 * Filters and watchdog of a pin as this page knows them. pigpiod cannot be asked for them, so absent means
 * that nobody here has set them, not that they are off.
 */
export interface Watches {
	/** Glitch filter: microseconds a level must be steady; 0 is off. */
	readonly glitch?: number;
	/** Noise filter: microseconds of quiet before, and of reporting after; steady 0 is off. */
	readonly noise?: { readonly steady: number; readonly active: number };
	/** Watchdog in milliseconds; 0 is off. */
	readonly watchdog?: number;
}

/** Nothing known. */
export const noWatches: Watches = {};

/** What a command that succeeded tells about the filters of its GPIO; undefined if it is about something else. */
export function watchesOfCall(call: {
	readonly command: string;
	readonly args: Readonly<Record<string, unknown>>;
}): { readonly gpio: number; readonly watches: Watches } | undefined {
	const value = (name: string): number => Number(call.args[name] ?? 0);
	const gpio = value("gpio");
	switch (call.command) {
		case "setGlitchFilter":
			return { gpio, watches: { glitch: value("steady") } };
		case "setNoiseFilter":
			return { gpio, watches: { noise: { steady: value("steady"), active: value("active") } } };
		case "setWatchdog":
			return { gpio, watches: { watchdog: value("timeout") } };
		default:
			return undefined;
	}
}
