import type { LineCondition } from "@gpioscope/protocol";
import { levelBefore, type TriggerRun } from "./TriggerRun.ts";
import type { Watcher } from "./Watcher.ts";

/** Happens in changes in which all lines do what they must. */
export class LinesWatcher implements Watcher {
	readonly channels: number;
	time = 0;
	next = 0;
	/** Channels that must change, channels that must have a level, and these levels. */
	readonly #changing: number;
	readonly #levelled: number;
	readonly #levels: number;
	readonly #entering: boolean;
	/** Whether the levels fitted before. */
	#held = false;

	constructor(lines: Readonly<Record<number, LineCondition>>, entering: boolean) {
		let changing = 0;
		let levelled = 0;
		let levels = 0;
		for (const [channel, wanted] of Object.entries(lines)) {
			const bit = 1 << Number(channel);
			if (wanted === "edge" || wanted === "falling" || wanted === "rising") changing |= bit;
			if (wanted !== "edge") levelled |= bit;
			if (wanted === "high" || wanted === "rising") levels |= bit;
		}
		this.channels = changing | levelled;
		this.#changing = changing;
		this.#levelled = levelled;
		this.#levels = levels;
		this.#entering = entering && changing === 0;
	}

	begin(run: TriggerRun, at: number): void {
		this.#held = ((levelBefore(run, at) ^ this.#levels) & this.#levelled) === 0;
	}

	seek(run: TriggerRun, at: number, end: number): boolean {
		const found = this.#entering ? this.#seekEntry(run, at, end) : this.#seekMatch(run, at, end);
		if (found < 0) return false;
		this.time = run.chunk.timeAt(found);
		this.next = found + 1;
		return true;
	}

	#seekMatch({ chunk, correction }: TriggerRun, at: number, end: number): number {
		const { levels } = chunk;
		const changing = this.#changing;
		const levelled = this.#levelled;
		const wanted = this.#levels ^ correction;
		let before = chunk.levelAfter(at - 1);
		for (let index = at; index < end; index++) {
			const after = levels[index] as number;
			if (((after ^ before) & changing) === changing && ((after ^ wanted) & levelled) === 0) return index;
			before = after;
		}
		return -1;
	}

	#seekEntry({ chunk, correction }: TriggerRun, at: number, end: number): number {
		const { levels } = chunk;
		const levelled = this.#levelled;
		const wanted = this.#levels ^ correction;
		let held = this.#held;
		for (let index = at; index < end; index++) {
			const holds = (((levels[index] as number) ^ wanted) & levelled) === 0;
			if (holds && !held) {
				this.#held = true;
				return index;
			}
			held = holds;
		}
		this.#held = held;
		return -1;
	}
}
