import type { BlockContent } from "@gpioscope/protocol";
import { runApart } from "../Listeners.ts";
import type { Feed, FeedBegin, FeedOptions, Levels } from "../PiTransport.ts";
import { BlockReader, tickOf } from "./BlockReader.ts";

/** What a feed needs of the stream that it lives on. */
export interface FeedStream {
	/** Asks for levels and tick; undefined while there is no connection. */
	levels(): Promise<Levels | undefined>;
	closed(feed: BlockFeed): void;
}

/**
 * One feed out of the blocks that all feeds of a connection share: `waiting` for a connection, `beginning` while the
 * levels are asked for, when blocks are kept, or `running`.
 */
export class BlockFeed implements Feed {
	readonly #options: FeedOptions;
	readonly #stream: FeedStream;
	readonly #reader: BlockReader;
	#state: "waiting" | "beginning" | "running" | "closed" = "waiting";
	#early: BlockContent[] = [];
	/** Counts up with each begin and each end, so that what was asked for an earlier one is not taken for this one. */
	#turn = 0;
	/** It has told its owner levels before. */
	hasRun = false;
	/** Gaps that end before are none of this feed's: when it began, known in the time of blocks with the first one. */
	#since: number | undefined;
	#beginTick = 0;

	constructor(options: FeedOptions, stream: FeedStream) {
		this.#options = options;
		this.#stream = stream;
		this.#reader = new BlockReader({
			onChanges: (...changes) => this.#tell(() => options.onChanges(...changes)),
			onWatchdog: (...watchdog) => this.#tell(() => options.onWatchdog(...watchdog)),
			onEvent: (...event) => this.#tell(() => options.onEvent(...event)),
			onLoss: (loss) => this.#tell(() => options.onLoss(loss)),
		});
		this.#reader.bits = options.bits;
		this.#reader.events = options.events ?? 0;
	}

	get isRunning(): boolean {
		return this.#state === "running";
	}

	async change(bits: number, events: number): Promise<Levels | undefined> {
		this.#reader.bits = bits;
		this.#reader.events = events;
		return this.#state === "running" ? this.#stream.levels() : undefined;
	}

	close(): void {
		this.#state = "closed";
		this.#turn++;
		this.#early = [];
		this.#stream.closed(this);
	}

	/** There is a connection: asks for the levels, and keeps blocks until they are known. Returns whether it began. */
	async begin(epoch: number, continues: boolean): Promise<boolean> {
		if (this.#state === "closed") return true;
		const turn = ++this.#turn;
		this.#state = "beginning";
		this.#early = [];
		const levels = await this.#stream.levels();
		if (turn !== this.#turn) return true;
		if (levels === undefined) return false;
		this.start({ epoch, continues, ...levels });
		return true;
	}

	/** Begins with these levels, and goes on with what came in the meantime. */
	start(begin: FeedBegin): void {
		const early = this.#early;
		this.#early = [];
		this.#turn++;
		this.#state = "running";
		this.hasRun = true;
		this.#reader.begin(begin.level);
		this.#beginTick = begin.tick;
		this.#since = undefined;
		this.#tell(() => this.#options.onBegin(begin));
		for (const block of early) this.take(block);
	}

	/** A block of the present epoch. */
	take(block: BlockContent): void {
		if (this.#state === "beginning") this.#early.push(block);
		if (this.#state !== "running") return;
		this.#since ??= block.baseTime + ((this.#beginTick - tickOf(block.baseTime)) | 0);
		this.#reader.read(block, this.#since);
	}

	/** Blocks between these times never came. */
	lose(cause: string, from: number, to: number): void {
		if (this.#state === "running") this.#reader.lose(cause, from, to);
	}

	/** The connection is gone. */
	end(): void {
		if (this.#state === "closed" || this.#state === "waiting") return;
		const wasRunning = this.#state === "running";
		this.#turn++;
		this.#state = "waiting";
		this.#early = [];
		if (wasRunning) this.#tell(() => this.#options.onEnd());
	}

	/** Its owner hears nothing any more once it is closed, not even the rest of a block. */
	#tell(say: () => void): void {
		if (this.#state !== "closed") runApart(say);
	}
}
