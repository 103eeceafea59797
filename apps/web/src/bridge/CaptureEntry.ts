import type { ChannelInfo } from "@gpioscope/logic";
import type { CaptureFacts } from "./CaptureFacts.ts";

/** Which of the worker's captures: "live", or a name the page gave, such as "file-1". */
export type CaptureId = string;

/** The capture that the bridge fills; it is always there. */
export const LIVE: CaptureId = "live";

/** Where a capture came from. */
export type CaptureSource =
	| { readonly kind: "live" }
	/** Opened from a file of that name, which says what its channels are called. */
	| {
			readonly kind: "file";
			readonly name: string;
			/** Tells it from others of the same name; the same whenever it is opened. */
			readonly fingerprint: string;
			readonly channels: readonly ChannelInfo[];
	  }
	/** Kept by a trigger: its number, and which hit of it this is. Its t = 0 is the hit, microseconds of the capture. */
	| {
			readonly kind: "segment";
			readonly trigger: number;
			readonly hit: number;
			readonly hitTime: number;
			/** Its number on the bridge, when that kept it, which watches without a page, too. */
			readonly bridgeSegment?: number;
			/** Whose trigger it was; missing when it was one of this browser. */
			readonly owner?: string;
	  };

/** One capture that the worker holds. */
export interface CaptureEntry {
	readonly id: CaptureId;
	readonly source: CaptureSource;
	readonly facts: CaptureFacts;
}
