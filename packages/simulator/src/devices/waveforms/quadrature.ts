import type { Level } from "../Device.ts";

/** The four states of an encoder's two contacts, in the order a clockwise turn passes them; rests at 3 (both open). */
const states: readonly (readonly [a: Level, b: Level])[] = [
	[1, 1],
	[0, 1],
	[0, 0],
	[1, 0],
];

/** The levels of A and B after `steps` quarter steps from rest; negative steps are counter-clockwise. */
export function quadratureLevels(steps: number): readonly [a: Level, b: Level] {
	return states[((steps % 4) + 4) % 4] ?? [1, 1];
}
