import type { CreatedWave, Pulse } from "@gpioscope/protocol";
import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { CurrentWave } from "../constants.ts";
import { Openers } from "../Openers.ts";
import { type PollOptions, pollUntil } from "../polling.ts";
import { Wave } from "./Wave.ts";
import { WaveBuilder } from "./WaveBuilder.ts";
import type { WaveChain } from "./WaveChain.ts";

/** How a wave is to be made. */
export interface MakeWaveOptions extends CallOptions {
	/**
	 * Takes this share (0 to 100) of pigpiod's memory for waves, so that another of the same share can take its place once
	 * it was deleted, even while waves are sent.
	 */
	readonly percent?: number | undefined;
}

/** What pigpiod is sending. */
export interface WaveStatus {
	readonly isSending: boolean;
	/** Number of the wave; undefined for none, and for a pause or a wave that was deleted since. */
	readonly wave: number | undefined;
}

/** Of the waveform under construction, of the largest so far, and of the largest possible. */
export interface WaveFigures {
	readonly current: number;
	readonly highest: number;
	readonly maximum: number;
}

/** How large waves are and can be. */
export interface WaveResources {
	readonly micros: WaveFigures;
	readonly pulses: WaveFigures;
	readonly controlBlocks: WaveFigures;
}

const CURRENT = 0;
const HIGHEST = 1;
const MAXIMUM = 2;

/** Waves: made in one piece, sent alone or in chains. */
export abstract class WaveTools<T extends PiTransport> extends Openers<T> {
	/** Makes a wave of pulses, or of what a builder describes. Nobody else who uses this client can come between. */
	async makeWave(
		source: readonly Pulse[] | WaveBuilder,
		{ percent, ...options }: MakeWaveOptions = {},
	): Promise<Wave> {
		const builder = source instanceof WaveBuilder ? source : new WaveBuilder().pulses(source);
		const pulses = source instanceof WaveBuilder ? source.onlyPulses : source;
		const created =
			pulses !== undefined && percent === undefined
				? await this.transport.makeWave(pulses, options)
				: await this.waveTransaction((call) => build(call, builder, percent));
		return new Wave(this.transport, created);
	}

	/**
	 * Runs several wave commands that nobody else who uses this client can come between: pigpiod has one waveform under
	 * construction for everybody. Only the `call` that `work` is given reaches it meanwhile.
	 */
	waveTransaction<R>(work: (call: Call) => Promise<R>): Promise<R> {
		return this.transport.waveTransaction(work);
	}

	/** Sends a chain of waves, which ends hardware PWM. */
	async sendChain(chain: WaveChain, options?: CallOptions): Promise<void> {
		await this.sendWaveChain({ chain: chain.toBytes() }, options);
	}

	/** Says what is being sent. */
	async getWaveStatus(options?: CallOptions): Promise<WaveStatus> {
		const wave = await this.getCurrentWave({}, options);
		if (wave === CurrentWave.NONE) return { isSending: false, wave: undefined };
		return { isSending: true, wave: wave === CurrentWave.NOT_FOUND ? undefined : wave };
	}

	/** Waits until nothing is sent any more. Resolves with false when the time is over before. */
	async waitForWaveEnd(options: PollOptions = {}): Promise<boolean> {
		const { signal } = options;
		const ended = await pollUntil(
			async () => ((await this.isWaveBusy({}, { signal })) === 0 ? true : undefined),
			options,
		);
		return ended === true;
	}

	/** How large the waveform under construction is, and how large waves can be. */
	async getWaveResources(options?: CallOptions): Promise<WaveResources> {
		const figures = async (ask: (args: { query: number }, options?: CallOptions) => Promise<number>) => {
			const [current, highest, maximum] = await Promise.all(
				[CURRENT, HIGHEST, MAXIMUM].map((query) => ask.call(this, { query }, options)),
			);
			return { current: current ?? 0, highest: highest ?? 0, maximum: maximum ?? 0 };
		};
		const [micros, pulses, controlBlocks] = await Promise.all([
			figures(this.getWaveMicros),
			figures(this.getWavePulses),
			figures(this.getWaveControlBlocks),
		]);
		return { micros, pulses, controlBlocks };
	}
}

async function build(call: Call, builder: WaveBuilder, percent: number | undefined): Promise<CreatedWave> {
	const [, pulses] = await Promise.all([call("newWave", {}), builder.addTo(call)]);
	const [micros, controlBlocks] = await Promise.all([
		call("getWaveMicros", { query: CURRENT }),
		call("getWaveControlBlocks", { query: CURRENT }),
	]);
	// Only now: if something could not be added, there must be no wave of the rest.
	const wave = await (percent === undefined ? call("createWave", {}) : call("createPaddedWave", { percent }));
	return { wave, pulses, micros, controlBlocks };
}
