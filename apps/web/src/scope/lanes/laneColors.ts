/** Trace colours in the palette. */
const COLORS = 8;

/** Gives each channel the next colour when its lane first appears; the lane keeps it, whatever comes or goes around it. */
export class LaneColors {
	readonly #given = new Map<number, number>();

	/** Starts again, while a page that has just opened still learns which lanes there are. */
	forget(): void {
		this.#given.clear();
	}

	colorOf(channel: number): number {
		let color = this.#given.get(channel);
		if (color === undefined) {
			color = (this.#given.size % COLORS) + 1;
			this.#given.set(channel, color);
		}
		return color;
	}
}
