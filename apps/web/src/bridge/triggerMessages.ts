import type { Trigger, TriggeredPause, TriggerStatus } from "@gpioscope/logic";
import type { CaptureId, CaptureSource } from "./CaptureEntry.ts";

/** What the page tells the worker of triggers. */
export type TriggerRequest =
	/** All triggers, on and off, that the live capture is to be watched for. */
	| { readonly kind: "setTriggers"; readonly triggers: readonly Trigger[] }
	/** Of the triggers named, or of all. */
	| { readonly kind: "clearTriggerCounts"; readonly numbers: readonly number[] | undefined }
	/** Whether the view moves with the newest data, so that triggers may pause it. */
	| { readonly kind: "liveView"; readonly isLive: boolean }
	/** The capture that the scope shows is another one now: as long as it does, a segment is kept. */
	| { readonly kind: "shown"; readonly id: CaptureId }
	/** A segment that the bridge has kept, as its blocks. */
	| {
			readonly kind: "putSegment";
			readonly id: CaptureId;
			readonly source: Extract<CaptureSource, { kind: "segment" }>;
			readonly blocks: readonly Uint8Array[];
	  };

/** What the worker tells the page of triggers. Times in µs. */
export type TriggerNews =
	| { readonly kind: "triggerStatus"; readonly status: readonly TriggerStatus[] }
	/** A trigger wants the view to pause. */
	| { readonly kind: "triggered"; readonly pause: TriggeredPause }
	/**
	 * What became of a segment of the bridge: on the shelf it is `as`, by the id it was sent with or by that of what the
	 * page had kept around the very same hit; undefined when it was damaged.
	 */
	| { readonly kind: "segmentTaken"; readonly id: CaptureId; readonly as: CaptureId | undefined };
