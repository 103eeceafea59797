import { MAX_PULSES_PER_REQUEST, type Pulse } from "@gpioscope/protocol";

/**
 * Pulses as requests carry them. Each request is merged into the waveform from time 0, so all but the first begin with
 * a delay as long as what went before. Pulses of one moment stay together: merged from two lists, switching on and off
 * would lose its order. Undefined when they are too many.
 */
export function splitPulses(
	pulses: readonly Pulse[],
	most: number = MAX_PULSES_PER_REQUEST,
): readonly (readonly Pulse[])[] | undefined {
	if (pulses.length <= most) return [pulses];
	const parts: Pulse[][] = [];
	let start = 0;
	let elapsed = 0;
	while (start < pulses.length) {
		const room = start === 0 ? most : most - 1;
		let end = Math.min(start + room, pulses.length);
		while (end > start && end < pulses.length && pulses[end - 1]?.delay === 0) end--;
		if (end === start) return undefined;
		const part = pulses.slice(start, end);
		parts.push(start === 0 ? part : [{ on: 0, off: 0, delay: elapsed }, ...part]);
		for (const { delay } of part) elapsed += delay;
		start = end;
	}
	return parts;
}
