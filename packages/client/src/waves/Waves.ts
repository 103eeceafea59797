import {
	type Args,
	type CommandName,
	type CreatedWave,
	checkArgs,
	commands,
	InvalidArgument,
	type Pulse,
	type Result,
} from "@gpioscope/protocol";
import { WaveLimitError } from "../errors.ts";
import type { Call, CallOptions } from "../PiTransport.ts";
import { splitPulses } from "./splitPulses.ts";
import { WaveCount } from "./WaveCount.ts";
import { WaveMaker } from "./WaveMaker.ts";
import { WaveTurns } from "./WaveTurns.ts";
import { lengthOf, MAX_WAVES, MOST_PULSES } from "./waveMemory.ts";

/** What waves need of a connection. */
export interface WaveLink {
	readonly call: Call;
	/** Whether pigpiod has a wave of that id. */
	hasWave(id: number): Promise<boolean>;
}

/** Pigpiod counts a waveform's time in 32 bits. */
const LONGEST_MICROS = 0xffff_fffe;

/**
 * Keeps those who build waves over one connection apart. pigpiod has one waveform under construction for everybody, so
 * whoever needs several commands for a wave takes a turn; single commands wait while somebody has it.
 */
export class Waves {
	/** @throws when there is no connection */
	readonly #link: () => WaveLink;
	readonly #turns: WaveTurns;
	readonly #count = new WaveCount();
	readonly #maker = new WaveMaker();
	/** WVCRE and WVCAP under way. */
	#creating = 0;

	/** @param timeoutMs how long to wait for one's turn */
	constructor(link: () => WaveLink, timeoutMs: number) {
		this.#link = link;
		this.#turns = new WaveTurns(timeoutMs);
	}

	/** Runs a command that changes the waveform; it waits while somebody has the turn. */
	call<N extends CommandName>(name: N, args: Args<N>, options: CallOptions): Promise<Result<N>> {
		return this.#turns.send(name, options, async () => this.#callNow(this.#link(), name, args, options));
	}

	transaction<T>(work: (call: Call) => Promise<T>): Promise<T> {
		// Of one connection: a waveform that was begun is gone with it.
		let link: WaveLink | undefined;
		const call: Call = async (name, args, options = {}) => {
			link ??= this.#link();
			if (commands[name].waveform) return this.#callNow(link, name, args, options);
			return link.call(name, args, options);
		};
		return this.#turns.transaction(call, work);
	}

	/** Makes a wave in one turn. When its signal ends the wait, the wave is deleted as soon as it is there. */
	async make(pulses: readonly Pulse[], options: CallOptions): Promise<CreatedWave> {
		checkPulses(pulses);
		const { signal } = options;
		const making = this.#turns.during(() => this.#makeNow(pulses, options), "makeWave", options);
		if (signal === undefined) return making;
		return new Promise((resolve, reject) => {
			const abort = () => reject(signal.reason);
			signal.addEventListener("abort", abort, { once: true });
			making.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
		});
	}

	/** To be told of every command that was carried out. */
	note(name: CommandName, args: Args<CommandName>, result: unknown): void {
		this.#count.note(name, args, result);
	}

	/** Begins anew with a connection. @throws what calls throw */
	async begin(link: WaveLink): Promise<void> {
		this.#count.reset();
		this.#count.noteLast(await link.hasWave(MAX_WAVES - 1));
	}

	async #makeNow(pulses: readonly Pulse[], { signal, timeoutMs }: CallOptions): Promise<CreatedWave> {
		signal?.throwIfAborted();
		await this.#findRoom(this.#link());
		// The client may be closing by now.
		const link = this.#link();
		const created = await this.#maker.make((name, args) => link.call(name, args, { timeoutMs }), pulses);
		if (signal?.aborted === true) await link.call("deleteWave", { wave: created.wave });
		return created;
	}

	#callNow<N extends CommandName>(
		link: WaveLink,
		name: N,
		args: Args<N>,
		options: CallOptions,
	): Promise<Result<N>> {
		if (commands[name].result.handle !== "wave") return link.call(name, args, options);
		return this.#count.hasRoomFor(this.#creating + 1)
			? this.#create(link, name, args, options)
			: this.#findRoom(link).then(() => this.#create(link, name, args, options));
	}

	#create<N extends CommandName>(
		link: WaveLink,
		name: N,
		args: Args<N>,
		options: CallOptions,
	): Promise<Result<N>> {
		this.#creating++;
		return link.call(name, args, options).finally(() => {
			this.#creating--;
		});
	}

	/** Other programs may have made or deleted waves unseen: pigpiod knows whether the last id is taken. */
	async #findRoom(link: WaveLink): Promise<void> {
		this.#count.noteLast(await link.hasWave(MAX_WAVES - 1));
		if (!this.#count.hasRoomFor(this.#creating + 1)) throw new WaveLimitError(MAX_WAVES);
	}
}

/** @throws InvalidArgument for pulses that no wave can be made of */
export function checkPulses(pulses: readonly Pulse[]): void {
	const problem = problemOf(pulses);
	if (problem !== undefined) throw new InvalidArgument("makeWave", "pulses", problem);
}

function problemOf(pulses: readonly Pulse[]): string | undefined {
	if (pulses.length === 0) return "pulses must be at least one";
	if (pulses.length > MOST_PULSES) {
		return `pulses must be at most ${MOST_PULSES} (got ${pulses.length}); send longer ones as a chain of waves`;
	}
	const parts = splitPulses(pulses);
	if (parts === undefined) return "pulses must not be thousands of one moment";
	const problem = parts.map((part) => checkArgs("addPulses", { pulses: part })).find(Boolean);
	if (problem !== undefined) return problem;
	if (lengthOf(pulses) > LONGEST_MICROS) return "pulses must last less than 2^32 µs";
	return undefined;
}
