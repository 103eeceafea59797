import type { TriggerStatus } from "../statusStore.ts";

/** Hits that came while nobody saw the page. */
export class HiddenHits {
	#before: ReadonlyMap<number, number> | undefined;
	readonly #told = new Set<number>();

	/** From now on nobody sees the page. */
	begin(status: readonly TriggerStatus[]): void {
		this.#before = new Map(status.map(({ number, count }) => [number, count]));
		this.#told.clear();
	}

	/** Somebody sees it again. */
	end(): void {
		this.#before = undefined;
	}

	/** How many there were, and the triggers that were hit for the first time; none while the page is seen. */
	look(status: readonly TriggerStatus[]): { readonly count: number; readonly first: readonly number[] } {
		const before = this.#before;
		if (before === undefined) return { count: 0, first: [] };
		const hits = status.map(({ number, count }) => {
			const earlier = before.get(number) ?? 0;
			// A count that went back was cleared meanwhile.
			return { number, hits: count < earlier ? count : count - earlier };
		});
		const first = hits
			.filter((one) => one.hits > 0 && !this.#told.has(one.number))
			.map(({ number }) => number);
		for (const number of first) this.#told.add(number);
		return { count: hits.reduce((sum, one) => sum + one.hits, 0), first };
	}
}
