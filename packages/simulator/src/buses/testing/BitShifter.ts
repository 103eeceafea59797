import type { Level } from "../../devices/Device.ts";
import type { Lines } from "../../devices/lines/Lines.ts";
import { type SpiMode, type SpiPin, SpiSlave } from "../../devices/lines/SpiSlave.ts";

const inverted = (level: Level): Level => (level === 1 ? 0 : 1);

/** The lines of a chip whose select is active high. */
export const selectedHigh = (lines: Lines<SpiPin>): Lines<SpiPin> => ({
	...lines,
	level: (pin) => (pin === "cs" ? inverted(lines.level(pin)) : lines.level(pin)),
	onLevel: (pin, fn) => lines.onLevel(pin, (level, time) => fn(pin === "cs" ? inverted(level) : level, time)),
});

/** A chip that gives the bits it is to give, one after another, and notes those it got by transfer. */
export class BitShifter {
	readonly got: string[] = [];
	#give: number[] = [];

	constructor(lines: Lines<SpiPin>, mode: SpiMode) {
		const next = () => (this.#give.shift() ?? 0) as Level;
		new SpiSlave(
			lines,
			{
				select: () => {
					this.got.push("");
					return next();
				},
				clock: (bit) => {
					this.got.push((this.got.pop() ?? "") + bit);
					return next();
				},
				release: () => {},
			},
			mode,
		);
	}

	gives(bits: string): void {
		this.#give = [...bits.replaceAll(" ", "")].map(Number);
	}
}
