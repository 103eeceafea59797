/** The cells of a line, without quotes and white space around them. */
export function cellsOf(line: string, delimiter: string): string[] {
	const cells: string[] = [];
	let cell = "";
	let isQuoted = false;
	for (let at = 0; at < line.length; at++) {
		const character = line[at] as string;
		if (character === '"') {
			// Two quotes inside quotes stand for one.
			if (isQuoted && line[at + 1] === '"') cell += line[++at];
			else isQuoted = !isQuoted;
		} else if (character === delimiter && !isQuoted) {
			cells.push(cell.trim());
			cell = "";
		} else cell += character;
	}
	cells.push(cell.trim());
	return cells;
}

/** Whether a level is high (1), low (0) or not known (-1); undefined for what is no level. */
export function levelOf(cell: string): -1 | 0 | 1 | undefined {
	switch (cell.toLowerCase()) {
		case "0":
		case "low":
		case "false":
			return 0;
		case "1":
		case "high":
		case "true":
			return 1;
		case "":
		case "x":
		case "z":
		case "?":
		case "-":
			return -1;
		default:
			return undefined;
	}
}
