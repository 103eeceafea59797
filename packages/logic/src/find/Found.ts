/** One place that fits a search. Times in ticks of the capture. */
export interface Match {
	/** Where it begins; as `end` for an edge, a report and the start of a pattern. */
	readonly start: number;
	/** Where it was recognised. */
	readonly end: number;
	/** 0 to 31; -1 where several channels or all belong to it. */
	readonly channel: number;
	/** How many were found before it since the search began; stays when the oldest are dropped. */
	readonly rank: number;
}

/** What a search has found so far, in the order in which it was recognised. */
export interface Found {
	/** Rank of the oldest match that is still kept. */
	readonly first: number;
	/** Matches kept. */
	readonly count: number;
	/**
	 * Looks further, at about so many changes. Answers whether everything has been looked at.
	 *
	 * @param toEnd whether the capture's last moment counts, to which a growing capture may still add changes
	 */
	advance(changes: number, toEnd: boolean): boolean;
	/** The match of a rank; undefined when it is not kept, or not found yet. */
	at(rank: number): Match | undefined;
	/** The first match that ends after a time. */
	after(time: number): Match | undefined;
	/** The last match that ends before a time. */
	before(time: number): Match | undefined;
	/** Which of so many equal parts of [from, to) have a match that ends in them: 1 or 0 each. */
	columns(from: number, to: number, columns: number): Uint8Array;
}
