import { type Args, type CommandName, commands } from "@gpioscope/protocol";
import { MAX_WAVES } from "./waveMemory.ts";

/**
 * How many waves pigpiod has, as far as can be seen from here: those of this client, and whatever other programs' ids
 * came by. Ids are taken one after another; a deleted one counts until all above it are deleted too.
 */
export class WaveCount {
	#count = 0;
	readonly #deleted = new Set<number>();

	/** Whether so many more waves can be made. */
	hasRoomFor(more: number): boolean {
		return this.#count + more <= MAX_WAVES;
	}

	/** What a command of the group that was carried out tells of waves. */
	note(name: CommandName, args: Args<CommandName>, result: unknown): void {
		const named = "wave" in args && typeof args.wave === "number" ? args.wave : undefined;
		if (name === "clearWaves") this.reset();
		else if (commands[name].closes === "wave" && named !== undefined) this.#delete(named);
		else if (named !== undefined) this.#see(named);
		else if (commands[name].result.handle === "wave" || name === "getCurrentWave") this.#see(result);
	}

	/** The last id is or is not taken, as pigpiod says. */
	noteLast(exists: boolean): void {
		if (exists) this.#see(MAX_WAVES - 1);
		else if (this.#count >= MAX_WAVES) this.#delete(MAX_WAVES - 1);
	}

	/** Nothing is known: another daemon, or no waves any more. */
	reset(): void {
		this.#count = 0;
		this.#deleted.clear();
	}

	#see(id: unknown): void {
		// 9998 and 9999 say that no wave is being sent.
		if (typeof id !== "number" || id >= MAX_WAVES) return;
		this.#deleted.delete(id);
		this.#count = Math.max(this.#count, id + 1);
	}

	#delete(id: number): void {
		this.#see(id);
		this.#deleted.add(id);
		while (this.#deleted.delete(this.#count - 1)) this.#count--;
	}
}
