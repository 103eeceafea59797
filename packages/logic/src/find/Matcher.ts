import type { Chunk } from "../capture/Chunk.ts";
import type { MatchList } from "./MatchList.ts";

/** Changes [first, last) of one chunk, all of them within one stretch of knowledge. */
export interface ChunkRun {
	readonly chunk: Chunk;
	readonly first: number;
	readonly last: number;
	/** Channels that the chunk stores inverted there. */
	readonly correction: number;
}

/**
 * Looks for one thing in the changes it is shown in time order. Its loops run over the columns themselves: a whole
 * capture of ten million changes is searched while a person waits.
 */
export interface Matcher {
	/** From `time` on the channels are known; before it nothing was. `level` is the true level word there. */
	begin(time: number, level: number, matches: MatchList): void;
	scan(run: ChunkRun, matches: MatchList): void;
}
