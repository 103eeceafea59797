/** What our own WaveJSON says besides: when its columns are, so that it can be read back exactly. */
export interface OwnTimes {
	readonly ticksPerMicro: number;
	/** Ticks from one column to the next, where all are the same. */
	readonly step?: number;
	/** Otherwise: ticks at which each column begins. */
	readonly times?: readonly number[];
	/** Ticks at which the capture ends. */
	readonly end: number;
	/** ISO 8601: when the first column begins. */
	readonly start?: string;
}

/** Undefined for anything that is not it. */
export function readOwnTimes(value: unknown): OwnTimes | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const { ticksPerMicro, step, times, end, start } = value as Record<string, unknown>;
	if (!isAbove(ticksPerMicro, 0) || !isTime(end)) return undefined;
	if (start !== undefined && (typeof start !== "string" || Number.isNaN(Date.parse(start)))) return undefined;
	const common = { ticksPerMicro, end, ...(start !== undefined && { start }) };
	if (isAbove(step, 0)) return { ...common, step };
	if (!Array.isArray(times) || !times.every(isTime)) return undefined;
	return { ...common, times };
}

/** Whether it is a whole number of ticks that can be counted exactly. */
function isTime(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isAbove(value: unknown, limit: number): value is number {
	return typeof value === "number" && Number.isFinite(value) && value > limit;
}
