/** Sets to 1 the columns, each so many ticks wide and the first at `from`, in which one of the times lies. */
export function markColumns(marks: Uint8Array, times: Iterable<number>, from: number, column: number): void {
	for (const time of times) {
		const place = Math.floor((time - from) / column);
		if (place >= 0 && place < marks.length) marks[place] = 1;
	}
}
