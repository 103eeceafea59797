import { BlockReader, tickOf } from "@gpioscope/client/bridge";
import { type BlockContent, decodeBlock } from "@gpioscope/protocol";
import type { Target } from "../targets/Target.ts";
import type { PinInterrupt } from "./PinInterrupt.ts";

const ALL_LINES = 0xffff_ffff;

/** Reads a target's blocks for all interrupts of the line server, as long as there are any. */
export class EdgeWatch {
	readonly #target: Target;
	readonly #interrupts = new Set<PinInterrupt>();
	readonly #reader: BlockReader;
	#stop: (() => void) | undefined;
	#epoch: number | undefined;
	/** The block being read. */
	#block: BlockContent | undefined;
	#level = 0;
	/** The next change only tells what is known after a gap. */
	#isLost = false;

	constructor(target: Target) {
		this.#target = target;
		this.#reader = new BlockReader({
			onChanges: (ticks, levels, count) => {
				for (let i = 0; i < count; i++) this.#changed(ticks[i] ?? 0, levels[i] ?? 0);
			},
			onLoss: ({ toTick }) => this.#lost(toTick),
			onWatchdog: () => {},
			onEvent: () => {},
		});
		this.#reader.bits = ALL_LINES;
	}

	add(interrupt: PinInterrupt): void {
		this.#interrupts.add(interrupt);
		this.#stop ??= this.#target.listen({
			block: ({ bytes }) => this.#read(decodeBlock(bytes)),
			facts: () => {},
			pins: () => {},
			statistics: () => {},
			restarted: () => {},
		});
	}

	remove(interrupt: PinInterrupt): void {
		this.#interrupts.delete(interrupt);
		if (this.#interrupts.size > 0) return;
		this.#stop?.();
		this.#stop = undefined;
		this.#epoch = undefined;
	}

	#read(block: BlockContent): void {
		const { baseTime, epoch, gaps } = block;
		if (epoch !== this.#epoch) this.#begin(block);
		this.#epoch = epoch;
		this.#block = block;
		for (const interrupt of this.#interrupts) interrupt.blockBegins(baseTime, tickOf(baseTime));
		this.#reader.read(block, 0);
		if (gaps.length === 0) for (const interrupt of this.#interrupts) interrupt.found();
	}

	#begin({ baseTime, firstLevel }: BlockContent): void {
		this.#reader.begin(firstLevel);
		this.#level = firstLevel;
		this.#isLost = false;
		if (this.#epoch === undefined) return;
		for (const interrupt of this.#interrupts) interrupt.restarted(tickOf(baseTime));
	}

	#changed(tick: number, level: number): void {
		const changed = (level ^ this.#level) >>> 0;
		this.#level = level;
		const wasLost = this.#isLost;
		this.#isLost = false;
		if (wasLost) return;
		const time = this.#timeOf(tick);
		for (const interrupt of this.#interrupts) interrupt.changed(changed, level, time, tick);
	}

	#lost(toTick: number): void {
		this.#isLost = true;
		const until = this.#timeOf(toTick);
		for (const interrupt of this.#interrupts) interrupt.lost(until, toTick);
	}

	/** Time of a tick of the block being read. */
	#timeOf(tick: number): number {
		const base = this.#block?.baseTime ?? 0;
		return base + ((tick - tickOf(base)) | 0);
	}
}
