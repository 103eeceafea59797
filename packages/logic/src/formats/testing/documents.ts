import fc from "fast-check";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import type { CaptureDocument } from "../Format.ts";

/** The channels of random documents. */
const CHANNELS: readonly number[] = [0, 1, 2, 17, 31];

const word = fc
	.array(fc.boolean(), { minLength: CHANNELS.length, maxLength: CHANNELS.length })
	.map(
		(bits) =>
			CHANNELS.reduce((mask: number, channel, index) => (bits[index] ? mask | (1 << channel) : mask), 0) >>>
			0,
	);

interface DocumentOptions {
	/** Whether channels may become unknown. */
	readonly unknown?: boolean;
	readonly ticksPerMicro?: number;
}

/** Random captures of five channels with names. */
export function documents({
	unknown = true,
	ticksPerMicro = 1,
}: DocumentOptions = {}): fc.Arbitrary<CaptureDocument> {
	const step = fc.record({
		delta: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 33 })),
		level: word,
		known: unknown ? fc.option(word, { freq: 5 }) : fc.constant(null),
	});
	return fc
		.record({
			begin: fc.oneof(fc.constant(0), fc.nat(2 ** 31), fc.constant(2 ** 40)),
			level: word,
			known: unknown ? word : fc.constant(0xffff_ffff),
			steps: fc.array(step, { maxLength: 40 }),
			tail: fc.nat(50),
		})
		.map(({ begin, level, known, steps, tail }) => {
			const builder = new CaptureBuilder({ ticksPerMicro });
			builder.begin(begin, level, known);
			let time = begin;
			for (const next of steps) {
				time += next.delta;
				if (next.known === null) builder.change(time, next.level);
				else builder.know(time, next.level, next.known);
			}
			builder.flush(time + tail);
			return {
				capture: builder.capture,
				channels: CHANNELS.map((channel) => ({ channel, name: `GPIO${channel}` })),
			};
		});
}

/** The same levels in words of which bit n is the nth channel of the document, as a file without numbers gives them. */
export function inOrder({ channels }: CaptureDocument, bits: number): number {
	return channels.reduce((word, { channel }, index) => word | (((bits >>> channel) & 1) << index), 0) >>> 0;
}
