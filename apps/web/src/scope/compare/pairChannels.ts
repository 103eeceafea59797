/** A channel of each capture that are the same line. */
export interface ChannelPair {
	readonly first: number;
	readonly second: number;
}

interface NamedChannel {
	readonly channel: number;
	readonly name: string;
}

/** Pairs channels by their names; where no name is in both captures, by their order. */
export function pairChannels(
	first: readonly NamedChannel[],
	second: readonly NamedChannel[],
): readonly ChannelPair[] {
	const key = ({ name }: NamedChannel): string =>
		name
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, " ")
			.trim();
	const byName = new Map(second.map((one) => [key(one), one.channel]));
	const pairs = first.flatMap((one) => {
		const found = byName.get(key(one));
		return found === undefined ? [] : [{ first: one.channel, second: found }];
	});
	if (pairs.length > 0) return pairs;
	return first.slice(0, second.length).map(({ channel }, at) => ({
		first: channel,
		second: second[at]?.channel ?? channel,
	}));
}
