import type { TestPi } from "./TestPi.ts";

/** The transaction list's codes of BI2CZ. */
const codes = { start: 2, stop: 3, address: 4, read: 6, write: 7 } as const;

/** The daemon's bit-banged I2C master on two lines. */
export class TestI2c {
	readonly #pi: TestPi;
	readonly #sda: number;

	constructor(pi: TestPi, sda: number, scl: number, baud = 100_000) {
		this.#pi = pi;
		this.#sda = sda;
		const result = pi.call("openBitBangI2c", { sda, scl, baud });
		if (result !== 0) throw new Error(`BI2CO answered ${result}`);
	}

	/** Runs a list of codes as it is. */
	run(...segments: readonly number[]): number | Uint8Array {
		return this.#pi.call("runBitBangI2c", { sda: this.#sda, segments: Uint8Array.from(segments) });
	}

	/** @returns whether everything was acknowledged */
	write(address: number, ...bytes: readonly number[]): boolean {
		const { start, stop, write, address: to } = codes;
		const result = this.run(to, address, start, write, bytes.length, ...bytes, stop);
		if (typeof result !== "number") return true;
		this.run(stop);
		return false;
	}

	/** Reads bytes, after writing `first` in the same transfer if there are any; undefined if not acknowledged. */
	read(address: number, count: number, ...first: readonly number[]): number[] | undefined {
		const { start, stop, write, read, address: to } = codes;
		const head = first.length > 0 ? [start, write, first.length, ...first] : [];
		const result = this.run(to, address, ...head, start, read, count, stop);
		if (typeof result !== "number") return [...result];
		this.run(stop);
		return undefined;
	}
}
