import * as z from "zod/mini";
import { trigger } from "../triggers/triggerSchema.ts";
import { wallTime } from "./targetFacts.ts";

/** Whose triggers they are: a browser's or a script's own id, and what it is called by others. Both may be empty. */
export const triggerOwner = z.strictObject({
	id: z.string().check(z.maxLength(64)),
	name: z.string().check(z.maxLength(64)),
});
export type TriggerOwner = z.infer<typeof triggerOwner>;

/** How a trigger stands that the bridge watches for. */
export const watchedTrigger = z.object({
	/** Numbers of triggers are each owner's own. */
	owner: triggerOwner,
	trigger,
	/** Off; waiting for a hit; or a segment around the last one is not complete yet. */
	phase: z.enum(["off", "armed", "filling"]),
	/** Hits since it was set. */
	count: z.number(),
	/** When it was hit last. */
	lastHit: z.optional(wallTime),
});
export type WatchedTrigger = z.infer<typeof watchedTrigger>;

/** A segment that the bridge keeps. */
export const segmentFacts = z.object({
	/** To fetch it by; counts up. */
	segment: z.number(),
	/** Whose trigger it was. */
	owner: triggerOwner,
	/** Number of its trigger, and which hit of it this is. */
	trigger: z.number(),
	hit: z.number(),
	/** When the hit was, by the clock of the segment's blocks, microseconds. */
	hitTime: z.number(),
	/** The same moment by the bridge's clock; missing where that was not known. */
	at: z.optional(wallTime),
	/** From the beginning to the end of it, microseconds. */
	micros: z.number(),
	/** How many changes, and how many bytes of blocks. */
	changes: z.number(),
	bytes: z.number(),
});
export type SegmentFacts = z.infer<typeof segmentFacts>;

/** How much is kept of all segments of a target together; beyond either the oldest go. */
export const segmentLimits = z.object({ segments: z.number(), bytes: z.number() });
export type SegmentLimits = z.infer<typeof segmentLimits>;

/** What fetchSegment answers. */
export const fetchedSegment = z.object({
	/** Blocks as {hex}, in order. */
	blocks: z.array(z.unknown()),
	/** Where to go on; missing when these were the last. */
	next: z.optional(z.number()),
});
export type FetchedSegment = z.infer<typeof fetchedSegment>;
