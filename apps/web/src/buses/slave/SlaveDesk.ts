import type { Args, Result } from "@gpioscope/protocol";
import type { StoreApi } from "zustand/vanilla";
import { CLEAR } from "./controlWord.ts";
import { readStatus, type SlaveStatus } from "./slaveStatus.ts";

/** What a master wrote in one go, as far as it was taken at once. */
export interface Received {
	readonly id: number;
	/** Milliseconds since 1970 when it was taken. */
	readonly at: number;
	readonly bytes: Uint8Array;
}

export interface SlaveState {
	/** The control word in force; undefined while there is no slave. */
	readonly running: number | undefined;
	/** What waits for room in the send FIFO. */
	readonly queue: Uint8Array;
	/** Bytes that the send FIFO took since the start. */
	readonly given: number;
	/** What came, newest first. */
	readonly received: readonly Received[];
	/** As it was last told. */
	readonly status: SlaveStatus | undefined;
	readonly error: unknown;
	/** Commands that are not answered yet. */
	readonly pending: number;
}

/** Bytes that one BSCX takes at most. */
const MOST_AT_ONCE = 512;
/** How many pieces of what came are kept. */
const KEPT = 500;
const NOTHING = new Uint8Array();

/** Nothing runs, nothing came. */
export const idleSlave: SlaveState = {
	running: undefined,
	queue: NOTHING,
	given: 0,
	received: [],
	status: undefined,
	error: undefined,
	pending: 0,
};

export interface SlaveDeskOptions {
	readonly transfer: (args: Args<"transferBsc">) => Promise<Result<"transferBsc">>;
	readonly store: Pick<StoreApi<SlaveState>, "getState" | "setState">;
	/** Calls back whenever the slave was used, until the answer is called. */
	readonly watch: (onUse: () => void) => () => void;
	readonly now: () => number;
}

/** Runs the chip's slave: takes what masters write, gives what they may read. One command at a time. */
export class SlaveDesk {
	readonly #options: SlaveDeskOptions;
	#turn: Promise<void> = Promise.resolve();
	#stopWatching: (() => void) | undefined;
	#lastId = 0;

	constructor(options: SlaveDeskOptions) {
		this.#options = options;
	}

	/** Makes the chip a slave, or another one; what waits is given at once. */
	start(word: number): Promise<void> {
		return this.#next(async () => {
			const { store } = this.#options;
			if (store.getState().running === undefined) store.setState({ given: 0 });
			await this.#transfer(word);
			store.setState({ running: word });
			this.#stopWatching ??= this.#options.watch(() => void this.look());
		});
	}

	/** Takes what came and gives what waits. */
	look(): Promise<void> {
		return this.#next(async () => {
			const { running } = this.#options.store.getState();
			if (running !== undefined) await this.#transfer(running);
		});
	}

	/** Puts bytes behind those that wait. */
	give(bytes: Uint8Array): Promise<void> {
		this.#options.store.setState(({ queue }) => ({ queue: Uint8Array.of(...queue, ...bytes) }));
		return this.look();
	}

	/** Empties the FIFOs and what waits. */
	clear(): Promise<void> {
		return this.#next(async () => {
			const { store } = this.#options;
			store.setState({ queue: NOTHING });
			const { running } = store.getState();
			if (running !== undefined) {
				await this.#transfer(running | CLEAR);
				await this.#transfer(running);
			}
		});
	}

	/** Ends the slave; its GPIOs become inputs. */
	stop(): Promise<void> {
		return this.#next(async () => {
			await this.#options.transfer({ control: 0, data: NOTHING });
			this.#end();
		});
	}

	/** The daemon, or the way to it, is another: there is no slave any more. */
	lost(): void {
		if (this.#options.store.getState().running !== undefined) this.#end();
	}

	#end(): void {
		this.#stopWatching?.();
		this.#stopWatching = undefined;
		this.#options.store.setState({ running: undefined, status: undefined });
	}

	async #transfer(word: number): Promise<void> {
		const { transfer, store, now } = this.#options;
		const data = store.getState().queue.subarray(0, MOST_AT_ONCE);
		const answer = await transfer({ control: word, data });
		const status = readStatus(answer.status);
		store.setState(({ queue, given, received }) => ({
			status,
			queue: queue.subarray(status.copied),
			given: given + status.copied,
			received:
				answer.data.length === 0
					? received
					: [{ id: ++this.#lastId, at: now(), bytes: answer.data }, ...received].slice(0, KEPT),
		}));
	}

	/** Runs after what was asked for before; what goes wrong stands in the store. */
	#next(run: () => Promise<void>): Promise<void> {
		const { store } = this.#options;
		store.setState(({ pending }) => ({ pending: pending + 1 }));
		this.#turn = this.#turn.then(async () => {
			try {
				await run();
				store.setState({ error: undefined });
			} catch (error) {
				store.setState({ error });
			} finally {
				store.setState(({ pending }) => ({ pending: pending - 1 }));
			}
		});
		return this.#turn;
	}
}
