import { type Pi, WaveLimitError } from "@gpioscope/client";
import {
	type Args,
	type CommandName,
	type CreatedWave,
	commands,
	PigpioError,
	type Pulse,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";

/** A session that left a waveform half built loses its turn after this time. */
const TURN_MS = 30_000;
const NO_CONTROL_BLOCKS = -67;
const NO_OUTPUT_WORDS = -68;

interface Wave {
	readonly session: string;
	readonly mask: number;
}

/**
 * Keeps sessions from spoiling each other's waves. pigpiod builds one waveform at a time for everybody, so whoever
 * begins one has the desk until the wave is created.
 */
export class WaveDesk {
	readonly #pi: Pi;
	readonly #now: () => number;
	readonly #waves = new Map<number, Wave>();
	#turn: { session: string; untilMs: number; mask: number } | undefined;
	#transaction: Promise<unknown> = Promise.resolve();

	constructor(pi: Pi, now: () => number) {
		this.#pi = pi;
		this.#now = now;
	}

	/** GPIOs that a wave made here drives, as a mask; 0 for other programs' waves. */
	maskOf(wave: number): number {
		return this.#waves.get(wave)?.mask ?? 0;
	}

	/** Waves of a session, oldest first. */
	wavesOf(session: string): number[] {
		return [...this.#waves].filter(([, wave]) => wave.session === session).map(([id]) => id);
	}

	/** All waves are gone, with the daemon. */
	clear(): void {
		this.#waves.clear();
		this.#turn = undefined;
	}

	/** The session has left. */
	leave(session: string): void {
		if (this.#turn?.session === session) this.#turn = undefined;
	}

	/** True for commands that must wait for their turn. */
	concerns(name: CommandName): boolean {
		return commands[name].waveform === true;
	}

	/**
	 * Makes a wave in one transaction. When there is no room, the session's idle waves are deleted unless it keeps them.
	 * @throws Refusal, PigpioError and what calls throw
	 */
	async create(session: string, pulses: readonly Pulse[], keepsWaves: boolean): Promise<CreatedWave> {
		this.#refuseOthersTurn(session);
		const run = this.#transaction.then(() => this.#createNow(session, pulses, keepsWaves));
		this.#transaction = run.catch(() => {});
		return run;
	}

	/**
	 * To be asked before a single wave command of a session.
	 * @throws Refusal when another session is building
	 */
	async before(session: string, name: CommandName, args: Args<CommandName>): Promise<void> {
		await this.#transaction;
		this.#refuseOthersTurn(session);
		const mask = name === "newWave" ? 0 : (this.#turn?.mask ?? 0) | maskOfCall(name, args);
		this.#turn = { session, untilMs: this.#now() + TURN_MS, mask };
	}

	/** To be told after a single wave command of a session was carried out. */
	after(session: string, name: CommandName, args: Args<CommandName>, result: unknown): void {
		if (commands[name].result.handle === "wave" && typeof result === "number") {
			this.#waves.set(result, { session, mask: this.#turn?.mask ?? 0 });
			this.#turn = undefined;
		}
		if (name === "deleteWave" && "wave" in args && typeof args.wave === "number")
			this.#waves.delete(args.wave);
		if (name === "clearWaves") this.clear();
	}

	#refuseOthersTurn(session: string): void {
		const turn = this.#turn;
		if (turn === undefined || turn.session === session || turn.untilMs < this.#now()) return;
		throw new Refusal("waveBusy", "Another session is building a wave.");
	}

	async #createNow(session: string, pulses: readonly Pulse[], keepsWaves: boolean): Promise<CreatedWave> {
		this.#turn = undefined;
		try {
			return await this.#make(session, pulses);
		} catch (error) {
			if (keepsWaves || !isFull(error)) throw error;
			// Space of deleted waves is only reused for exact fits, except at the end: so this session's go newest first.
			if ((await this.#deleteIdle(session)) === 0) throw error;
			return await this.#make(session, pulses);
		}
	}

	async #make(session: string, pulses: readonly Pulse[]): Promise<CreatedWave> {
		const created = await this.#pi.makeWave(pulses);
		this.#waves.set(created.wave, { session, mask: maskOf(pulses) });
		return created;
	}

	async #deleteIdle(session: string): Promise<number> {
		const current = await this.#pi.getCurrentWave();
		const idle = this.wavesOf(session)
			.filter((wave) => wave !== current)
			.sort((a, b) => b - a);
		for (const wave of idle) {
			await this.#pi.deleteWave({ wave });
			this.#waves.delete(wave);
		}
		return idle.length;
	}
}

function maskOf(pulses: readonly Pulse[]): number {
	return pulses.reduce((bits, { on, off }) => bits | on | off, 0) >>> 0;
}

function maskOfCall(name: CommandName, args: Args<CommandName>): number {
	if (name === "addPulses") return maskOf((args as Args<"addPulses">).pulses);
	if (name !== "addSerial") return 0;
	const { gpio } = args as Args<"addSerial">;
	return (1 << gpio) >>> 0;
}

function isFull(error: unknown): boolean {
	if (error instanceof WaveLimitError) return true;
	return error instanceof PigpioError && (error.code === NO_CONTROL_BLOCKS || error.code === NO_OUTPUT_WORDS);
}
