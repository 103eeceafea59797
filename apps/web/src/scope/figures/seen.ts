import type { ChannelMeasurement, ChannelStatistics, Pulse, WidthKind } from "@gpioscope/logic";

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

/** What was measured of a channel as its lane shows it. */
export function seenMeasurement(measured: ChannelMeasurement, isInverted: boolean): ChannelMeasurement {
	if (!isInverted) return measured;
	const { rising, falling, highTime, duty, high, low, ...rest } = measured;
	return {
		...rest,
		rising: falling,
		falling: rising,
		highTime: measured.knownTime - highTime,
		...(duty !== undefined && { duty: 1 - duty }),
		...(high !== undefined && { low: high }),
		...(low !== undefined && { high: low }),
	};
}

/** Which widths of the stored levels are those of a kind as a lane shows it. */
export function storedKind(kind: WidthKind, isInverted: boolean): WidthKind {
	if (!isInverted || kind === "period") return kind;
	return kind === "high" ? "low" : "high";
}

/** A pulse of a channel as its lane shows it. */
export function seenPulse(pulse: Pulse, isInverted: boolean): Pulse {
	if (!isInverted) return pulse;
	const { level, duty, ...rest } = pulse;
	return { ...rest, level: level === 1 ? 0 : 1, ...(duty !== undefined && { duty: 1 - duty }) };
}
