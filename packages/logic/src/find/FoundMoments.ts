import type { Capture } from "../capture/Capture.ts";
import type { Found, Match } from "./Found.ts";
import { markColumns } from "./markColumns.ts";
import type { Search } from "./Search.ts";

type MomentSearch = Extract<Search, { readonly kind: "watchdog" | "gap" }>;

/** What a search finds in the lists that a capture keeps beside its changes: they are short. */
export class FoundMoments implements Found {
	readonly #capture: Capture;
	readonly #search: MomentSearch;
	#matches: readonly Match[] = [];

	constructor(capture: Capture, search: MomentSearch) {
		this.#capture = capture;
		this.#search = search;
	}

	get first(): number {
		return 0;
	}

	get count(): number {
		return this.#matches.length;
	}

	advance(): boolean {
		this.#matches = this.#read().map((match, rank) => ({ ...match, rank }));
		return true;
	}

	at(rank: number): Match | undefined {
		return this.#matches[rank];
	}

	after(time: number): Match | undefined {
		return this.#matches.find(({ end }) => end > time);
	}

	before(time: number): Match | undefined {
		return this.#matches.findLast(({ end }) => end < time);
	}

	columns(from: number, to: number, columns: number): Uint8Array {
		const marks = new Uint8Array(columns);
		markColumns(
			marks,
			this.#matches.map(({ end }) => end),
			from,
			(to - from) / columns,
		);
		return marks;
	}

	#read(): Omit<Match, "rank">[] {
		const search = this.#search;
		if (search.kind === "gap")
			return this.#capture.gaps().map(({ from, to }) => ({ start: from, end: to, channel: -1 }));
		return this.#capture.watchdogs
			.between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0)
			.filter(({ detail }) => ((search.channels >>> detail) & 1) === 1)
			.map(({ time, detail }) => ({ start: time, end: time, channel: detail }));
	}
}
