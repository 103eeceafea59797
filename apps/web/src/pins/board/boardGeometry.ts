/** Where a pin of a two-column header stands: column 0 has the odd pins, row 0 has pins 1 and 2. */
export interface PinCell {
	readonly column: number;
	readonly row: number;
}

/** Cell of a physical pin, 1 and up. */
export function cellOfPin(pin: number): PinCell {
	return { column: (pin - 1) % 2, row: Math.floor((pin - 1) / 2) };
}

/** Cell on screen, in pitches from the top left, of a header of `rows` rows turned by quarters clockwise. */
export function turnCell({ column, row }: PinCell, rows: number, quarterTurns: number): PinCell {
	switch (quarterTurns % 4) {
		case 1:
			return { column: rows - 1 - row, row: column };
		case 2:
			return { column: 1 - column, row: rows - 1 - row };
		case 3:
			return { column: row, row: 1 - column };
		default:
			return { column, row };
	}
}

/** True while the header lies across the screen. */
export function liesAcross(quarterTurns: number): boolean {
	return quarterTurns % 2 === 1;
}

/** The pin that an arrow key leads to from another, as the header lies; the same one at the rim. */
export function neighbour(
	pin: number,
	key: string,
	count: number,
	quarterTurns: number,
	isStop: (pin: number) => boolean,
): number {
	const steps: Readonly<Record<string, readonly [number, number]>> = {
		ArrowLeft: [-1, 0],
		ArrowRight: [1, 0],
		ArrowUp: [0, -1],
		ArrowDown: [0, 1],
	};
	const step = steps[key];
	if (step === undefined) return pin;
	const rows = Math.ceil(count / 2);
	const places = new Map<string, number>();
	for (let each = 1; each <= count; each++) {
		const { column, row } = turnCell(cellOfPin(each), rows, quarterTurns);
		places.set(`${column},${row}`, each);
	}
	const start = turnCell(cellOfPin(pin), rows, quarterTurns);
	for (let distance = 1; distance <= rows; distance++) {
		const found = places.get(`${start.column + step[0] * distance},${start.row + step[1] * distance}`);
		if (found === undefined) return pin;
		if (isStop(found)) return found;
	}
	return pin;
}

/** Outline of the black plastic: two columns, each pin's corners broken by `chamfer` pitches; in pitches. */
export function plasticPath(rows: number, pitch: number): string {
	const chamfer = pitch * 0.14;
	const width = 2 * pitch;
	const right = Array.from(
		{ length: rows },
		(_, row) =>
			`L${width} ${row * pitch + chamfer}V${(row + 1) * pitch - chamfer}L${width - chamfer} ${(row + 1) * pitch}`,
	);
	const left = Array.from({ length: rows }, (_, index) => {
		const row = rows - 1 - index;
		return `L0 ${(row + 1) * pitch - chamfer}V${row * pitch + chamfer}L${chamfer} ${row * pitch}`;
	});
	return `M${chamfer} 0H${width - chamfer}${right.join("")}H${chamfer}${left.join("")}Z`;
}
