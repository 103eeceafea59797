import type { SideRecordPage, SideRecordQuery } from "@gpioscope/logic";
import type { StoreApi } from "zustand/vanilla";
import type { CaptureFacts } from "./CaptureFacts.ts";
import type { DaemonEvent, EventsState } from "./eventsStore.ts";

/** So many are listed; older ones are in the scope. */
export const LISTED_EVENTS = 500;
/** So many are asked for at once. */
const PAGE = 1000;

export interface EventFeedOptions {
	readonly sideRecords: (query: SideRecordQuery) => Promise<SideRecordPage>;
	readonly facts: Pick<StoreApi<Pick<CaptureFacts, "events" | "endTime">>, "getState" | "subscribe">;
	readonly store: Pick<StoreApi<EventsState>, "getState" | "setState">;
	readonly onFault: (error: unknown) => void;
}

/** Reads the events of the live capture into their store as they come in, while anybody wants them. */
export class EventFeed {
	readonly #options: EventFeedOptions;
	#watchers = 0;
	#stop: (() => void) | undefined;
	/** Rank of the first event not read yet. */
	#next = 0;
	#isReading = false;
	#isAsked = false;

	constructor(options: EventFeedOptions) {
		this.#options = options;
	}

	/** Keeps the store up to date until the answer is called. */
	watch(): () => void {
		this.#watchers++;
		if (this.#watchers === 1) {
			let known = this.#options.facts.getState().events;
			this.#stop = this.#options.facts.subscribe(({ events }) => {
				if (events === known) return;
				known = events;
				this.#ask();
			});
			this.#ask();
		}
		let isOver = false;
		return () => {
			if (isOver) return;
			isOver = true;
			this.#watchers--;
			if (this.#watchers === 0) this.#stop?.();
		};
	}

	#ask(): void {
		this.#isAsked = true;
		if (!this.#isReading) void this.#read();
	}

	async #read(): Promise<void> {
		this.#isReading = true;
		try {
			while (this.#isAsked) {
				this.#isAsked = false;
				await this.#readOn();
			}
		} catch (error) {
			this.#options.onFault(error);
		} finally {
			this.#isReading = false;
		}
	}

	async #readOn(): Promise<void> {
		const { sideRecords, store } = this.#options;
		for (;;) {
			const page = await sideRecords({ kinds: ["event"], rank: this.#next, limit: PAGE });
			// The capture was cleared: ranks begin anew.
			if (page.end < this.#next) {
				this.#next = 0;
				store.setState({ came: [], tallies: {} });
				continue;
			}
			const { rank, records } = page;
			if (records.length === 0) return;
			this.#next = rank + records.length;
			const fresh = records.flatMap((record, index) =>
				record.kind === "event" ? [{ rank: rank + index, time: record.time, event: record.event }] : [],
			);
			store.setState((state) => withEvents(state, fresh));
		}
	}
}

/** The state with further events, given oldest first. */
function withEvents({ came, tallies }: EventsState, fresh: readonly DaemonEvent[]): EventsState {
	const counted = { ...tallies };
	for (const { event, time } of fresh)
		counted[event] = { count: (counted[event]?.count ?? 0) + 1, last: time };
	return {
		came: [...fresh.toReversed(), ...came].slice(0, LISTED_EVENTS),
		tallies: counted,
	};
}
