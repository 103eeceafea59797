import type { ChannelInfo } from "./Format.ts";

/** The 32 lines of pigpiod's first bank, for formats that name none. */
export const gpioChannels: readonly ChannelInfo[] = Array.from({ length: 32 }, (_, channel) => ({
	channel,
	name: `GPIO${channel}`,
}));
