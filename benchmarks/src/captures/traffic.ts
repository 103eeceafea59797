import type { BlockContent } from "@gpioscope/protocol";

/** Changes in one block: what a million a second makes in 16 ms. */
const BLOCK_CHANGES = 16_000;

/**
 * Blocks of made-up traffic on 28 channels, the same on every run: half of the changes on the lowest channels, 1 to
 * 128 µs apart.
 */
export function* traffic(changes: number): Generator<BlockContent> {
	let seed = 1;
	const random = () => {
		// A linear congruential generator is random enough for traffic and quick enough not to be measured.
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return seed / 2 ** 32;
	};
	let time = 0;
	let level = 0;
	for (let number = 0; number * BLOCK_CHANGES < changes; number++) {
		const count = Math.min(BLOCK_CHANGES, changes - number * BLOCK_CHANGES);
		const times = new Uint32Array(count);
		const levels = new Uint32Array(count);
		const firstLevel = level;
		let offset = 0;
		for (let index = 0; index < count; index++) {
			offset += 1 + Math.floor(random() * 128);
			level = (level ^ (1 << Math.floor(random() * random() * 28))) >>> 0;
			times[index] = offset;
			levels[index] = level;
		}
		yield {
			target: 0,
			epoch: 1,
			number,
			baseTime: time,
			endTime: time + offset + 1,
			firstLevel,
			known: 0xffff_ffff,
			times,
			levels,
			count,
			gaps: [],
			watchdogs: [],
			events: [],
		};
		time += offset + 1;
	}
}
