import { type CommandName, type CreatedWave, PigpioError, type Pulse } from "@gpioscope/protocol";
import { WaveInterferenceError } from "../errors.ts";
import type { Call } from "../PiTransport.ts";
import { type WavePlan, wavePlans } from "./sizeClasses.ts";
import { splitPulses } from "./splitPulses.ts";
import { lengthOf, needsOf } from "./waveMemory.ts";

/** How often a wave is built that other programs keep spoiling. */
const ATTEMPTS = 5;

/** pigpiod's refusals that are not the end. */
const TOO_MANY_PULSES = -36;
const NO_ROOM = [-67, -68];
const EMPTY_WAVEFORM = -69;
/** Older daemons do not know WVCAP. */
const UNKNOWN_COMMAND = -88;

/** What became of one attempt: a wave, another program's interference, or a refusal. */
type Outcome =
	| { readonly kind: "created"; readonly wave: number; readonly blocks: number }
	| { readonly kind: "spoilt" }
	| { readonly kind: "refused"; readonly by: CommandName; readonly code: number };

/** Makes waves out of pulses, one at a time. */
export class WaveMaker {
	/** Waves are sent by a DMA lite channel, as far as seen: long delays take more blocks there. */
	#isLite = false;

	/** @throws PigpioError when there is no room or a GPIO is not permitted; WaveInterferenceError */
	async make(call: Call, pulses: readonly Pulse[]): Promise<CreatedWave> {
		let spoilt = 0;
		let refusal: PigpioError | undefined;
		for (const plan of wavePlans(pulses, this.#isLite)) {
			let outcome = await this.#attempt(call, plan);
			while (outcome.kind === "spoilt") {
				if (++spoilt === ATTEMPTS) throw new WaveInterferenceError(ATTEMPTS);
				outcome = await this.#attempt(call, plan);
			}
			if (outcome.kind === "created") {
				const { wave, blocks } = outcome;
				return { wave, pulses: pulses.length, controlBlocks: blocks, micros: lengthOf(pulses) };
			}
			refusal = new PigpioError(outcome.by, outcome.code);
			if (outcome.by === "addPulses" || !isWorthAnother(outcome.code)) break;
		}
		// What is left of the waveform would get into the next wave of whoever does not begin with WVNEW.
		await call("newWave", {});
		throw refusal;
	}

	/** Everything goes out in one write, so that no other call of this connection can come between. */
	async #attempt(call: Call, { pulses, percent, blocks }: WavePlan): Promise<Outcome> {
		const parts = splitPulses(pulses) ?? [pulses];
		const begun = codeOf(call("newWave", {}));
		const adding = parts.map((part) => codeOf(call("addPulses", { pulses: part })));
		const creator = percent === undefined ? "createWave" : "createPaddedWave";
		const creating = codeOf(
			percent === undefined ? call("createWave", {}) : call("createPaddedWave", { percent }),
		);
		// These still tell of the waveform that the wave was made of.
		const asking = [
			codeOf(call("getWaveMicros", { query: 0 })),
			codeOf(call("getWavePulses", { query: 0 })),
			codeOf(call("getWaveControlBlocks", { query: 0 })),
		] as const;
		const [counts, wave, micros, total, used] = await Promise.all([
			Promise.all(adding),
			creating,
			...asking,
			begun,
		]);
		const refused = counts.find((count) => count < 0 && count !== TOO_MANY_PULSES);
		const isSpoilt =
			counts.some((count, i) => count !== pulsesUpTo(parts, i)) ||
			wave === EMPTY_WAVEFORM ||
			micros !== lengthOf(pulses) ||
			total !== pulses.length;
		if (wave >= 0 && (isSpoilt || refused !== undefined)) await call("deleteWave", { wave });
		if (refused !== undefined) return { kind: "refused", by: "addPulses", code: refused };
		if (isSpoilt) return { kind: "spoilt" };
		if (wave < 0) return { kind: "refused", by: creator, code: wave };
		if (used === needsOf(pulses, true).blocks - 1 && used !== needsOf(pulses, false).blocks - 1) {
			this.#isLite = true;
		}
		return { kind: "created", wave, blocks: percent === undefined ? used + 1 : blocks };
	}
}

function isWorthAnother(code: number): boolean {
	return NO_ROOM.includes(code) || code === UNKNOWN_COMMAND;
}

/** The result of a command; its negative code when pigpiod refused it. */
async function codeOf(result: Promise<number>): Promise<number> {
	try {
		return await result;
	} catch (error) {
		if (error instanceof PigpioError) return error.code;
		throw error;
	}
}

/** How many pulses the waveform has after so many parts: the delay that begins a later one merges with the first. */
function pulsesUpTo(parts: readonly (readonly Pulse[])[], index: number): number {
	return parts.slice(0, index + 1).reduce((sum, part) => sum + part.length, 0) - index;
}
