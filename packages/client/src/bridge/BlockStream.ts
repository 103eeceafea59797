import { type BlockContent, BlockError, decodeBlock, subscribed } from "@gpioscope/protocol";
import type { Clock } from "../clock.ts";
import type { FeedOptions, Levels } from "../PiTransport.ts";
import { BlockFeed, type FeedStream } from "./BlockFeed.ts";
import { tickOf } from "./BlockReader.ts";
import type { BridgeLink } from "./BridgeLink.ts";

/** The connection that blocks come by. */
export interface BlockSource {
	readonly link: BridgeLink;
	/** Id of the only target that blocks are asked of. */
	readonly target: string;
}

const RETRY_MS = 1000;

/** The one stream of blocks that all feeds of a transport share. It goes on where it was when a connection is back. */
export class BlockStream implements FeedStream {
	readonly #clock: Clock;
	readonly #onProblem: (error: unknown) => void;
	readonly #feeds = new Set<BlockFeed>();
	#source: BlockSource | undefined;
	/** Epoch of the target while it is there. */
	#epoch: number | undefined;
	/** Epoch of the target when it was there last, and whether that goes on now. */
	#lastEpoch: number | undefined;
	#continues = false;
	#isSubscribed = false;
	/** The newest block seen, and what it left. */
	#last:
		| { readonly epoch: number; readonly number: number; readonly endTime: number; level: number }
		| undefined;
	/** Blocks that came while it is not known yet whether they go on where the last ones ended. */
	#unsorted: BlockContent[] | undefined;

	constructor(clock: Clock, onProblem: (error: unknown) => void) {
		this.#clock = clock;
		this.#onProblem = onProblem;
	}

	open(options: FeedOptions): BlockFeed {
		const feed = new BlockFeed(options, this);
		this.#feeds.add(feed);
		this.#subscribe();
		if (this.#epoch !== undefined) this.#begin(feed);
		return feed;
	}

	closed(feed: BlockFeed): void {
		this.#feeds.delete(feed);
		if (this.#feeds.size > 0 || !this.#isSubscribed) return;
		this.#isSubscribed = false;
		this.#last = undefined;
		const { link, target } = this.#source ?? {};
		if (target !== undefined) link?.ask({ op: "unsubscribe", target }, "unsubscribe").catch(() => {});
	}

	close(): void {
		for (const feed of [...this.#feeds]) feed.close();
	}

	async levels(): Promise<Levels | undefined> {
		const source = this.#source;
		if (source === undefined) return undefined;
		const call = (command: string) =>
			source.link.ask({ op: "call", target: source.target, command, args: {} }, command);
		try {
			const [level, tick] = await Promise.all([call("readBank1"), call("getTick")]);
			return source === this.#source ? { level: Number(level), tick: Number(tick) } : undefined;
		} catch (error) {
			// Without a connection, onBegin tells the levels when there is one again.
			if (source === this.#source && this.#epoch !== undefined) this.#onProblem(error);
			return undefined;
		}
	}

	/** There is a connection to the bridge, and the target behind it. */
	connected(source: BlockSource): void {
		if (this.#source?.link === source.link) return;
		this.#source = source;
		if (this.#feeds.size > 0) this.#subscribe();
	}

	/** The connection to the bridge is gone. */
	disconnected(): void {
		this.#source = undefined;
		this.#isSubscribed = false;
		this.#unsorted = undefined;
		this.targetGone();
	}

	/** The bridge has let go of the target. Should it be added again, its epochs and blocks are counted anew. */
	removed(): void {
		this.disconnected();
		this.#last = undefined;
		this.#lastEpoch = undefined;
	}

	/** The bridge has a connection to pigpiod. */
	targetLive(epoch: number): void {
		if (this.#epoch === epoch) return;
		this.targetGone();
		this.#continues = this.#lastEpoch === epoch;
		this.#epoch = epoch;
		this.#lastEpoch = epoch;
		// While a resumption is under way its answer decides how the feeds begin.
		if (this.#unsorted === undefined) for (const feed of this.#feeds) this.#begin(feed);
	}

	/** The bridge has lost its pigpiod. */
	targetGone(): void {
		if (this.#epoch === undefined) return;
		this.#epoch = undefined;
		for (const feed of [...this.#feeds]) feed.end();
	}

	/** A binary frame came. */
	receive(bytes: Uint8Array): void {
		let block: BlockContent;
		try {
			block = decodeBlock(bytes);
		} catch (error) {
			if (!(error instanceof BlockError)) throw error;
			// Its number is missing then, which is told as a loss.
			this.#onProblem(error);
			return;
		}
		if (!this.#isSubscribed) return;
		if (this.#unsorted !== undefined) this.#unsorted.push(block);
		else this.#take(block);
	}

	#take(block: BlockContent): void {
		const { epoch, number, baseTime, endTime, levels, count, firstLevel } = block;
		const last = this.#last;
		const isMissing = last?.epoch === epoch && number > last.number + 1 && block.gaps.length === 0;
		if (last !== undefined && isMissing) {
			for (const feed of this.#feeds) feed.lose("damaged", last.endTime, baseTime);
		}
		this.#last = { epoch, number, endTime, level: count > 0 ? (levels[count - 1] ?? 0) : firstLevel };
		if (epoch !== this.#epoch) return;
		for (const feed of [...this.#feeds]) feed.take(block);
	}

	#subscribe(): void {
		const source = this.#source;
		if (source === undefined || this.#isSubscribed) return;
		this.#isSubscribed = true;
		const last = this.#last;
		const since = last === undefined ? undefined : { epoch: last.epoch, block: last.number };
		const { link, target } = source;
		const operation = { op: "subscribe", target, from: "now", ...(since && { since }) } as const;
		this.#unsorted = since === undefined ? undefined : [];
		link.ask(operation, "subscribe").then(
			(answer) => {
				if (source === this.#source) this.#sort(subscribed.parse(answer).resumed);
			},
			(error: unknown) => {
				if (source !== this.#source) return;
				this.#onProblem(error);
				this.#isSubscribed = false;
				this.#clock.after(RETRY_MS, () => this.#feeds.size > 0 && this.#subscribe());
			},
		);
	}

	/** It is known now whether blocks go on where they ended: then nothing was missed, and feeds go on from there. */
	#sort(isResumed: boolean): void {
		const unsorted = this.#unsorted;
		const last = this.#last;
		this.#unsorted = undefined;
		if (unsorted === undefined) return;
		if (!isResumed) this.#last = undefined;
		const epoch = this.#epoch;
		if (epoch !== undefined) {
			for (const feed of [...this.#feeds]) {
				if (isResumed && last?.epoch === epoch && feed.hasRun) {
					feed.start({ epoch, continues: true, tick: tickOf(last.endTime), level: last.level });
				} else this.#begin(feed);
			}
		}
		for (const block of unsorted) this.#take(block);
	}

	async #begin(feed: BlockFeed): Promise<void> {
		const epoch = this.#epoch;
		if (epoch === undefined || (await feed.begin(epoch, this.#continues && feed.hasRun))) return;
		this.#clock.after(RETRY_MS, () => {
			if (this.#epoch === epoch && !feed.isRunning) this.#begin(feed);
		});
	}
}
