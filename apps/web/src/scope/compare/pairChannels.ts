/** A channel of each capture that are the same line. */
export interface ChannelPair {
	readonly first: number;
	readonly second: number;
}

export interface NamedChannel {
	readonly channel: number;
	readonly name: string;
}

/** Which channels of two captures belong together, and which have no counterpart. */
export interface Pairing {
	readonly pairs: readonly ChannelPair[];
	readonly onlyFirst: readonly NamedChannel[];
	readonly onlySecond: readonly NamedChannel[];
}

/** Pairs channels by their names; where no name is in both captures, those on screen by their order. */
export function pairChannels(
	first: readonly NamedChannel[],
	second: readonly NamedChannel[],
	isOnScreen: (channel: number) => boolean,
): Pairing {
	const named = byName(first, second);
	const pairs =
		named.length > 0
			? named
			: byOrder(
					first.filter(({ channel }) => isOnScreen(channel)),
					second,
				);
	const isIn = (side: keyof ChannelPair, channel: number): boolean =>
		pairs.some((pair) => pair[side] === channel);
	return {
		pairs,
		onlyFirst: first.filter(({ channel }) => !isIn("first", channel)),
		onlySecond: second.filter(({ channel }) => !isIn("second", channel)),
	};
}

/** A name may be written in another way by another format. */
function keyOf({ name }: NamedChannel): string {
	return name
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

function byName(first: readonly NamedChannel[], second: readonly NamedChannel[]): readonly ChannelPair[] {
	const there = new Map(second.map((one) => [keyOf(one), one.channel]));
	return first.flatMap((one) => {
		const key = keyOf(one);
		const found = there.get(key);
		// Two lines of one name are not both the same line.
		there.delete(key);
		return found === undefined ? [] : [{ first: one.channel, second: found }];
	});
}

function byOrder(first: readonly NamedChannel[], second: readonly NamedChannel[]): readonly ChannelPair[] {
	return first.flatMap(({ channel }, at) => {
		const other = second[at];
		return other === undefined ? [] : [{ first: channel, second: other.channel }];
	});
}
