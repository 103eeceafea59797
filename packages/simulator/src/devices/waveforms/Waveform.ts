import type { Level, Micros } from "../Device.ts";

/** A line takes a level at a time counted from the start of its waveform. */
export interface Edge<Line extends string = string> {
	readonly time: Micros;
	readonly line: Line;
	readonly level: Level;
}

/**
 * What a device puts on its lines, said once and without a clock. Edges are in order of time; a line that already
 * has the level changes nothing. `length` is when the next waveform may follow.
 */
export interface Waveform<Line extends string = string> {
	readonly edges: readonly Edge<Line>[];
	readonly length: Micros;
}

/** Writes a waveform from left to right. */
export class WaveformWriter<Line extends string> {
	readonly #edges: Edge<Line>[] = [];
	readonly #levels = new Map<Line, Level>();
	#time: Micros = 0;

	/** The time the next edge gets. */
	get time(): Micros {
		return this.#time;
	}

	/** Lets time pass, in microseconds. */
	wait(length: Micros): this {
		this.#time += length;
		return this;
	}

	/** Sets a line; setting the level it already has leaves no edge. */
	set(line: Line, level: Level): this {
		if (this.#levels.get(line) !== level) {
			this.#levels.set(line, level);
			this.#edges.push({ time: this.#time, line, level });
		}
		return this;
	}

	/** Sets a line and keeps everything so for `length` microseconds. */
	hold(line: Line, level: Level, length: Micros): this {
		return this.set(line, level).wait(length);
	}

	finish(): Waveform<Line> {
		return { edges: this.#edges, length: this.#time };
	}
}
