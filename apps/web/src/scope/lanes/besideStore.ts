import { createStore } from "zustand/vanilla";

/** What comparing with another capture asks of the lanes. */
export interface BesideState {
	/** The other capture, while its traces stand in the lanes of this one. */
	readonly other: string | undefined;
	/** Channels whose lane has room for a second trace. */
	readonly paired: ReadonlySet<number>;
	/** Channels that differ: their lanes are not folded, however idle they are here. */
	readonly unfolded: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export const nothingBeside: BesideState = { other: undefined, paired: NONE, unfolded: NONE };

/** Set by the comparison; lanes know no more of it. */
export const besideStore = createStore<BesideState>()(() => nothingBeside);
