/** Numbers from 0 to 1, the same ones for the same seed. */
export type Random = () => number;

/** Mulberry32: random enough for traffic, and quick. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `least` to `most`. */
export function whole(random: Random, least: number, most: number): number {
	return least + Math.floor(random() * (most - least + 1));
}
