import { type ChannelInfo, FileError } from "./Format.ts";

/** The bits of the channels that are written. @throws FileError when there is none. */
export function maskOf(channels: readonly ChannelInfo[]): number {
	if (channels.length === 0) throw new FileError("No channel is chosen. Choose at least one.");
	return channels.reduce((mask, { channel }) => mask | (1 << channel), 0);
}
