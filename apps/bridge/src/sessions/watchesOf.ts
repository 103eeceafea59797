import type { Args, CommandName, PinWatches } from "@gpioscope/protocol";

/** What a command that was carried out says of the filters and the watchdog of its GPIO; undefined for all others. */
export function watchesOf(
	name: CommandName,
	args: Args<CommandName>,
): { readonly gpio: number; readonly watches: PinWatches } | undefined {
	switch (name) {
		case "setGlitchFilter": {
			const { gpio, steady } = args as Args<"setGlitchFilter">;
			return { gpio, watches: { glitch: steady } };
		}
		case "setNoiseFilter": {
			const { gpio, steady, active } = args as Args<"setNoiseFilter">;
			return { gpio, watches: { noise: { steady, active } } };
		}
		case "setWatchdog": {
			const { gpio, timeout } = args as Args<"setWatchdog">;
			return { gpio, watches: { watchdog: timeout } };
		}
		default:
			return undefined;
	}
}
