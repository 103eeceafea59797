import type { SegmentFacts } from "@gpioscope/protocol";
import { type CaptureEntry, capturesStore } from "../../bridge/index.ts";
import { nameOfOther } from "../../stores/ownerStore.ts";
import { segmentName } from "../files/captureText.ts";

type SegmentSource = Extract<CaptureEntry["source"], { kind: "segment" }>;

/** What a trigger kept around one hit, and this page has. */
export type Segment = CaptureEntry & { readonly source: SegmentSource };

/** What a trigger kept around one hit: here, on gpioscope, which watches without a page, or in both places. */
export interface ListedSegment {
	readonly key: string;
	readonly name: string;
	readonly trigger: number;
	/** Whose trigger it was, when somebody else's. */
	readonly owner: string | undefined;
	/** When the hit was, milliseconds since 1970; undefined where that is not known. */
	readonly at: number | undefined;
	/** From its beginning to its end, µs. */
	readonly micros: number;
	readonly changes: number;
	/** Of the page's own captures, if it is here. */
	readonly here: Segment | undefined;
	/** Of those that gpioscope keeps, if it is there. */
	readonly kept: SegmentFacts | undefined;
}

function isSegment(entry: CaptureEntry): entry is Segment {
	return entry.source.kind === "segment";
}

/** All segments that are here, in the order in which they came. */
export function segmentsOf(entries: readonly CaptureEntry[]): readonly Segment[] {
	return entries.filter(isSegment);
}

/** Whether the scope shows a segment. */
export function isSegmentShown(): boolean {
	const { entries, shown } = capturesStore.getState();
	return segmentsOf(entries).some(({ id }) => id === shown);
}

/** Each segment once, the oldest first; before them those of which nobody knows when they were. */
export function listSegments(
	here: readonly Segment[],
	kept: readonly SegmentFacts[],
): readonly ListedSegment[] {
	const left = new Map(here.map((segment) => [keyOf(segment.source), segment]));
	const both = kept.map((facts): ListedSegment => {
		const owner = nameOfOther(facts.owner);
		const key = owner === undefined && left.has(ownKey(facts)) ? ownKey(facts) : bridgeKey(facts.segment);
		const segment = left.get(key);
		left.delete(key);
		const { trigger, hit, at, micros, changes } = facts;
		const source = { trigger, hit, ...(owner === undefined ? {} : { owner }) };
		return {
			key,
			name: segmentName(source),
			trigger,
			owner,
			at,
			micros,
			changes,
			here: segment,
			kept: facts,
		};
	});
	return [...both, ...Array.from(left, ([key, segment]) => listed(key, segment))].sort(
		(one, other) => (one.at ?? Number.NEGATIVE_INFINITY) - (other.at ?? Number.NEGATIVE_INFINITY) || 0,
	);
}

function listed(key: string, segment: Segment): ListedSegment {
	const { source, facts } = segment;
	const { anchor, firstTime, endTime, changes } = facts;
	return {
		key,
		name: segmentName(source),
		trigger: source.trigger,
		owner: source.owner,
		at: anchor && anchor.wall + (source.hitTime - anchor.time) / 1000,
		micros: endTime - firstTime,
		changes,
		here: segment,
		kept: undefined,
	};
}

function keyOf(source: SegmentSource): string {
	return source.bridgeSegment === undefined ? ownKey(source) : bridgeKey(source.bridgeSegment);
}

/** The page itself and gpioscope see the same hit of a person's own trigger at the same time. */
function ownKey({ trigger, hitTime }: Pick<SegmentSource, "trigger" | "hitTime">): string {
	return `own-${trigger}-${hitTime}`;
}

function bridgeKey(segment: number): string {
	return `bridge-${segment}`;
}
