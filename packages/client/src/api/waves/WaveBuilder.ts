import type { Args, Pulse } from "@gpioscope/protocol";
import type { Call } from "../../PiTransport.ts";
import { splitPulses } from "../../waves/splitPulses.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { completeArgs, type MethodArgs } from "../commandDefaults.ts";

type Step =
	| { readonly kind: "pulses"; readonly pulses: readonly Pulse[] }
	| { readonly kind: "serial"; readonly args: Args<"addSerial"> };

/** Serial data in a wave. */
export type WaveSerial = Omit<MethodArgs<"addSerial">, "data"> & {
	/** One byte a character up to 8 data bits, two up to 16, four up to 32. */
	readonly data: BytesLike;
};

/**
 * What a wave is to be made of. All parts begin at the wave's start and are merged by time, so each GPIO can be
 * described by itself: `new WaveBuilder().pulses(clock).serial({ gpio: 4, baud: 9600, data: "hello" })`.
 */
export class WaveBuilder {
	readonly #steps: Step[] = [];

	/** Adds a train of pulses. */
	pulses(pulses: readonly Pulse[]): this {
		if (pulses.length > 0) this.#steps.push({ kind: "pulses", pulses: [...pulses] });
		return this;
	}

	/**
	 * Adds serial data. Its GPIO must be an output. By default it starts at once, with 8 data bits and 2 half stop bits.
	 */
	serial({ data, ...rest }: WaveSerial): this {
		const bytes = bytesOf(data);
		if (bytes.length > 0) {
			this.#steps.push({ kind: "serial", args: completeArgs("addSerial", { ...rest, data: bytes }) });
		}
		return this;
	}

	/** The pulses alone if there is nothing else to be merged; undefined otherwise. */
	get onlyPulses(): readonly Pulse[] | undefined {
		const [first, ...others] = this.#steps;
		return others.length === 0 && first?.kind === "pulses" ? first.pulses : undefined;
	}

	/** Sends the parts to pigpiod. Returns how many pulses its waveform then has. */
	async addTo(call: Call): Promise<number> {
		const counts = this.#steps.flatMap((step) =>
			step.kind === "serial"
				? [call("addSerial", step.args)]
				: (splitPulses(step.pulses) ?? [step.pulses]).map((pulses) => call("addPulses", { pulses })),
		);
		return (await Promise.all(counts)).at(-1) ?? 0;
	}
}
