import type { LineCondition } from "@gpioscope/logic";

/** What one cell of a pattern can say. */
export interface LineState {
	/** undefined: the line does not matter. */
	readonly condition: LineCondition | undefined;
	readonly symbol: string;
	readonly word: string;
	/** Typed in a cell, lower case. */
	readonly keys: readonly string[];
}

/** In the order in which a cell goes through them; the letters are those of piscope. */
export const lineStates: readonly [LineState, ...LineState[]] = [
	{ condition: undefined, symbol: "–", word: "any", keys: ["-", "x", "delete", "backspace"] },
	{ condition: "low", symbol: "0", word: "low", keys: ["0", "l"] },
	{ condition: "high", symbol: "1", word: "high", keys: ["1", "h"] },
	{ condition: "rising", symbol: "↑", word: "rises", keys: ["r"] },
	{ condition: "falling", symbol: "↓", word: "falls", keys: ["f"] },
	{ condition: "edge", symbol: "↕", word: "rises or falls", keys: ["e"] },
];

export function lineStateOf(condition: LineCondition | undefined): LineState {
	return lineStates.find((state) => state.condition === condition) ?? lineStates[0];
}

/** The state so many steps on, around the ends. */
export function stepLineState(condition: LineCondition | undefined, steps: number): LineState {
	const at = lineStates.indexOf(lineStateOf(condition));
	return lineStates[(at + steps + lineStates.length) % lineStates.length] ?? lineStates[0];
}

/** The state that a key means; undefined when it means none. */
export function lineStateOfKey(key: string): LineState | undefined {
	return lineStates.find((state) => state.keys.includes(key.toLowerCase()));
}
