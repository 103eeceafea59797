import type { SideRecordPage, SideRecordQuery } from "@gpioscope/logic";
import { expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { EventFeed, LISTED_EVENTS } from "./EventFeed.ts";
import type { EventsState } from "./eventsStore.ts";

/** A capture of which only the events count: their numbers in order, one a millisecond. */
class Events {
	readonly facts = createStore<{ events: number; endTime: number }>()(() => ({ events: 0, endTime: 0 }));
	readonly store = createStore<EventsState>()(() => ({ came: [], tallies: {} }));
	readonly feed = new EventFeed({
		sideRecords: (query) => Promise.resolve(this.#page(query)),
		facts: this.facts,
		store: this.store,
		onFault: (error) => {
			throw error;
		},
	});
	#events: number[] = [];

	come(...events: number[]): void {
		this.#events.push(...events);
		this.facts.setState({ events: this.#events.length });
	}

	clear(): void {
		this.#events = [];
	}

	#page({ rank, limit }: SideRecordQuery): SideRecordPage {
		const first = Math.min(rank, this.#events.length);
		return {
			first: 0,
			end: this.#events.length,
			later: 0,
			counts: { event: this.#events.length, watchdog: 0, gap: 0 },
			rank: first,
			records: this.#events
				.slice(first, first + limit)
				.map((event, index) => ({ kind: "event", time: (first + index) * 1000, event })),
		};
	}
}

test("lists what came, the newest first, and counts each", async () => {
	const events = new Events();
	events.come(3, 5);
	const stop = events.feed.watch();
	await vi.waitFor(() => expect(events.store.getState().came.map(({ event }) => event)).toEqual([5, 3]));
	events.come(3);
	await vi.waitFor(() =>
		expect(events.store.getState().tallies).toEqual({
			3: { count: 2, last: 2000 },
			5: { count: 1, last: 1000 },
		}),
	);
	stop();
	events.come(7);
	expect(events.store.getState().tallies[7]).toBeUndefined();
	events.feed.watch();
	await vi.waitFor(() => expect(events.store.getState().tallies[7]?.count).toBe(1));
});

test("counts all of a long past but lists its end only", async () => {
	const events = new Events();
	events.come(...Array.from({ length: 2500 }, () => 1));
	events.feed.watch();
	await vi.waitFor(() => expect(events.store.getState().tallies[1]?.count).toBe(2500));
	expect(events.store.getState().came).toHaveLength(LISTED_EVENTS);
	expect(events.store.getState().came[0]?.rank).toBe(2499);
});

test("begins anew when the capture is cleared", async () => {
	const events = new Events();
	events.come(1, 1, 1);
	events.feed.watch();
	await vi.waitFor(() => expect(events.store.getState().tallies[1]?.count).toBe(3));
	events.clear();
	events.come(2);
	await vi.waitFor(() => expect(events.store.getState().tallies).toEqual({ 2: { count: 1, last: 0 } }));
});
