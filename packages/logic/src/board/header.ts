/** What a physical pin of a header is. */
export type HeaderPin =
	| { readonly pin: number; readonly kind: "gpio"; readonly gpio: number }
	| { readonly pin: number; readonly kind: "3v3" | "5v" | "ground" };

/** One pin header in two columns: odd pins left, even pins right, pin 1 first. */
export interface Header {
	/** Name on the circuit board: `J8`, `P1`, `P5`. */
	readonly name: string;
	readonly pins: readonly HeaderPin[];
}

type Cell = number | "3v3" | "5v" | "ground";

function header(name: string, cells: readonly Cell[]): Header {
	return {
		name,
		pins: cells.map((cell, index) =>
			typeof cell === "number"
				? { pin: index + 1, kind: "gpio", gpio: cell }
				: { pin: index + 1, kind: cell },
		),
	};
}

/** The 40 pins of every board since the A+ and B+, row by row. */
const fortyCells: readonly Cell[] = [
	...["3v3", "5v"],
	...[2, "5v"],
	...[3, "ground"],
	...[4, 14],
	...["ground", 15],
	...[17, 18],
	...[27, "ground"],
	...[22, 23],
	...["3v3", 24],
	...[10, "ground"],
	...[9, 25],
	...[11, 8],
	...["ground", 7],
	...[0, 1],
	...[5, "ground"],
	...[6, 12],
	...[13, "ground"],
	...[19, 16],
	...[26, 20],
	...["ground", 21],
] as readonly Cell[];

/** The 40-pin header. */
export const header40: Header = header("J8", fortyCells);

/** The 26-pin header of A and B, second version: the first 26 pins of the 40. */
export const header26: Header = header("P1", fortyCells.slice(0, 26));

/** On the first B, pins 3, 5 and 13 lead to other GPIOs than on every board after it. */
const firstBoard: Readonly<Record<number, number>> = { 2: 0, 3: 1, 27: 21 };

/** The 26-pin header of the first B. */
export const header26First: Header = header(
	"P1",
	fortyCells.slice(0, 26).map((cell) => (typeof cell === "number" ? (firstBoard[cell] ?? cell) : cell)),
);

/** The 8 further pins beside the 26 of A and B, second version. */
export const headerP5: Header = header("P5", ["5v", "3v3", 28, 29, 30, 31, "ground", "ground"]);

/** Physical pin of a GPIO on a header; undefined if it is not there. */
export function pinOfGpio(pins: Header, gpio: number): number | undefined {
	return pins.pins.find((pin) => pin.kind === "gpio" && pin.gpio === gpio)?.pin;
}
