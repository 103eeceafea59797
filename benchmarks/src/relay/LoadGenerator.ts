import { connect, type Pi } from "@gpioscope/client";

/** The GPIO that changes. */
export const LOAD_GPIO = 4;
/** Length of the wave that is repeated, in microseconds. */
const CYCLE = 1000;
/** Most rounds of a chain's loop. */
const MOST_ROUNDS = 65_535;

/** Makes the simulated daemon report an exactly known number of changes at an even pace. */
export class LoadGenerator {
	readonly #pi: Pi;

	private constructor(pi: Pi) {
		this.#pi = pi;
	}

	/** Connects, and sets the GPIO's level, so that this is not counted. */
	static async connect(port: number): Promise<LoadGenerator> {
		const pi = connect({ host: "127.0.0.1", port });
		await pi.connected();
		await pi.write({ gpio: LOAD_GPIO, level: 0 });
		return new LoadGenerator(pi);
	}

	/**
	 * Plays changes of one GPIO.
	 * @param rate changes a second: 2000 to 1 000 000, a divisor of a million
	 * @param seconds at most 65
	 * @returns how many changes were played, once all have been
	 */
	async play(rate: number, seconds: number): Promise<number> {
		const pi = this.#pi;
		await pi.clearWaves();
		const delay = 1e6 / rate;
		const changes = CYCLE / delay;
		const pulses = Array.from({ length: changes }, (_, index) => {
			const bit = 1 << LOAD_GPIO;
			return index % 2 === 0 ? { on: bit, off: 0, delay } : { on: 0, off: bit, delay };
		});
		await pi.addPulses({ pulses });
		const wave = await pi.createWave();
		const rounds = Math.min(Math.round((seconds * 1e6) / CYCLE), MOST_ROUNDS);
		await pi.sendWaveChain({
			chain: Uint8Array.of(255, 0, wave, 255, 1, rounds & 0xff, rounds >> 8),
		});
		await this.#ended();
		return changes * rounds;
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
