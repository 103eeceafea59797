import { type CreatedWave, PigpioError } from "@gpioscope/protocol";
import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { WaveMode } from "../constants.ts";
import { Handle } from "../devices/Handle.ts";

/** How a wave is sent: at once, or when the one being sent has ended; once, or until something stops it. */
export type SendMode = "once" | "repeat" | "onceSynced" | "repeatSynced";

const modes: Readonly<Record<SendMode, number>> = {
	once: WaveMode.ONE_SHOT,
	repeat: WaveMode.REPEAT,
	onceSynced: WaveMode.ONE_SHOT_SYNC,
	repeatSynced: WaveMode.REPEAT_SYNC,
};

const NO_SUCH_WAVE = -66;

/**
 * A wave in pigpiod's memory. It stays there until it is deleted or all are cleared; after `clearWaves` its number may
 * stand for another wave, so do not use it any more.
 */
export class Wave extends Handle implements CreatedWave {
	/** Its number, as commands and chains take it. */
	readonly wave: number;
	readonly pulses: number;
	readonly controlBlocks: number;
	/** Its length. */
	readonly micros: number;

	constructor(transport: PiTransport, { wave, pulses, controlBlocks, micros }: CreatedWave) {
		super(transport, "wave");
		this.wave = wave;
		this.pulses = pulses;
		this.controlBlocks = controlBlocks;
		this.micros = micros;
	}

	/** Sends it, which ends hardware PWM. Returns how many control blocks that takes. */
	send(mode: SendMode = "once", options?: CallOptions): Promise<number> {
		if (mode === "once") return this.call("sendWaveOnce", { wave: this.wave }, options);
		if (mode === "repeat") return this.call("sendWaveRepeat", { wave: this.wave }, options);
		return this.call("sendWaveUsingMode", { wave: this.wave, mode: modes[mode] }, options);
	}

	/** Deletes it; if it is being sent, that goes on. */
	delete(): Promise<void> {
		return this.close();
	}

	protected async release(call: Call): Promise<void> {
		try {
			await call("deleteWave", { wave: this.wave });
		} catch (error) {
			// Gone already, as after clearWaves.
			if (!(error instanceof PigpioError && error.code === NO_SUCH_WAVE)) throw error;
		}
	}
}
