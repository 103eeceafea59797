import type { StoreApi } from "zustand/vanilla";
import type { CaptureClient, CaptureId } from "../../bridge/index.ts";
import type { LaneRow } from "../lanes/laneLayout.ts";
import type { Zero } from "../view/tickLabels.ts";
import type { Viewport } from "../view/viewport.ts";

/** What is known of a capture without asking it; times in µs. */
interface Facts {
	readonly firstTime: number;
	readonly endTime: number;
	readonly ticksPerMicro: number;
}

type Readable<T> = Pick<StoreApi<T>, "getState" | "subscribe">;

/** The capture that a timeline shows. */
export interface TracedCapture {
	readonly questions: Pick<CaptureClient, "queryPieces">;
	readonly facts: Readable<Facts>;
	/** Which one it is now: an answer about another one is not shown. */
	id(): CaptureId;
	/** Capture time of the right edge of a live view at page time `now` ms; undefined before any data. */
	edgeAt(now: number): number | undefined;
}

/** What a timeline shows, and where it takes that from. */
export interface TimelineWorld {
	readonly viewport: Viewport;
	readonly capture: TracedCapture;
	readonly lanes: Readable<{ readonly rows: readonly LaneRow[] }>;
	/** What a channel is called. */
	nameOf(channel: number): string;
	/** Where the ruler counts from. */
	zero(): Zero;
	/** Calls back when the zero may have changed; the answer ends it. */
	onZero(listener: () => void): () => void;
}
