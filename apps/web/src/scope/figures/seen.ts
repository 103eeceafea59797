import type { ChannelStatistics, Pulse } from "@gpioscope/logic";

/** Statistics of a channel as its lane shows it: of an inverted one, what is stored as low counts as high. */
export function seenStatistics(statistics: ChannelStatistics, isInverted: boolean): ChannelStatistics {
	if (!isInverted) return statistics;
	const { rising, falling, highTime, knownTime, duty, ...rest } = statistics;
	return {
		...rest,
		rising: falling,
		falling: rising,
		highTime: knownTime - highTime,
		knownTime,
		...(duty !== undefined && { duty: 1 - duty }),
	};
}

/** A pulse of a channel as its lane shows it. */
export function seenPulse(pulse: Pulse, isInverted: boolean): Pulse {
	if (!isInverted) return pulse;
	const { level, duty, ...rest } = pulse;
	return { ...rest, level: level === 1 ? 0 : 1, ...(duty !== undefined && { duty: 1 - duty }) };
}
