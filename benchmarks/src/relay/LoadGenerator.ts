import { connect, type Pi } from "@gpioscope/client";

/** The GPIO that changes where only one does. */
export const LOAD_GPIO = 4;
/** Least length of the wave that is repeated, in microseconds. */
const LEAST_CYCLE = 1000;
/** Most rounds of a chain's loop; two within one another are enough for days. */
const MOST_ROUNDS = 65_535;

/** Makes the simulated daemon report an exactly known number of changes at an even pace. */
export class LoadGenerator {
	readonly #pi: Pi;
	readonly #gpios: readonly number[];

	private constructor(pi: Pi, gpios: readonly number[]) {
		this.#pi = pi;
		this.#gpios = gpios;
	}

	/** Connects, and sets the levels of the GPIOs that will change, so that this is not counted. */
	static async connect(port: number, gpios: readonly number[] = [LOAD_GPIO]): Promise<LoadGenerator> {
		const pi = connect({ host: "127.0.0.1", port });
		await pi.connected();
		for (const gpio of gpios) await pi.write({ gpio, level: 0 });
		return new LoadGenerator(pi, gpios);
	}

	/**
	 * Plays changes of the GPIOs, one after the other.
	 * @param rate changes a second: 2000 to 1 000 000, a divisor of a million
	 * @returns how many changes were played, once all have been
	 */
	async play(rate: number, seconds: number): Promise<number> {
		const pi = this.#pi;
		await pi.clearWaves();
		const delay = 1e6 / rate;
		// Each GPIO ends as it began.
		const turn = 2 * this.#gpios.length;
		const changes = turn * Math.ceil(LEAST_CYCLE / delay / turn);
		const pulses = Array.from({ length: changes }, (_, index) => {
			const bit = (1 << (this.#gpios[index % this.#gpios.length] ?? 0)) >>> 0;
			return index % turn < this.#gpios.length ? { on: bit, off: 0, delay } : { on: 0, off: bit, delay };
		});
		await pi.addPulses({ pulses });
		const wave = await pi.createWave();
		const rounds = Math.round((seconds * rate) / changes);
		const outer = Math.ceil(rounds / MOST_ROUNDS);
		const inner = Math.round(rounds / outer);
		await pi.sendWaveChain({
			chain: Uint8Array.of(255, 0, 255, 0, wave, ...loopEnd(inner), ...loopEnd(outer)),
		});
		await this.#ended();
		return changes * inner * outer;
	}

	close(): Promise<void> {
		return this.#pi.close();
	}

	async #ended(): Promise<void> {
		while ((await this.#pi.isWaveBusy()) !== 0) {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}

/** What ends a loop of a chain. */
function loopEnd(rounds: number): number[] {
	return [255, 1, rounds & 0xff, rounds >> 8];
}
