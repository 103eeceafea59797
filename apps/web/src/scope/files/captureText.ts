import { formatSpan } from "@gpioscope/logic";
import type { CaptureEntry, CaptureSource } from "../../bridge/index.ts";
import { countText } from "../minimap/countText.ts";

type SegmentWords = Pick<Extract<CaptureSource, { kind: "segment" }>, "trigger" | "hit" | "owner">;

/**
 * What a segment is called: `Segment 12 of T1`. Segments are numbered by their hits, so that a number stays when older
 * ones go; the owner is named when the trigger is somebody else's.
 */
export function segmentName({ trigger, hit, owner }: SegmentWords): string {
	return `Segment ${hit} of ${owner === undefined ? "" : `${owner}'s `}T${trigger}`;
}

/** What a capture is called. */
export function captureName(source: CaptureSource): string {
	switch (source.kind) {
		case "live":
			return "Live";
		case "file":
			return source.name;
		case "segment":
			return segmentName(source);
	}
}

/** How much is in it: `1.24 M changes · 94.3 s · 8 channels`. */
export function captureFacts({ source, facts }: Pick<CaptureEntry, "source" | "facts">): string {
	const { changes, firstTime, endTime } = facts;
	const channels = source.kind === "file" ? [channelsText(source.channels.length)] : [];
	return [`${countText(changes)} changes`, formatSpan(Math.max(0, endTime - firstTime)), ...channels].join(
		" · ",
	);
}

export function channelsText(count: number): string {
	return count === 1 ? "1 channel" : `${count} channels`;
}
