import type { Trigger } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import type { SegmentStretch } from "./SegmentQueue.ts";

/** Changes that are handed out in one go: copying or encoding them takes some ten milliseconds. */
const CHANGES_AT_ONCE = 2 ** 20;

/** A segment that is to be cut out, and of how many of its trigger it is one. */
export interface DueSegment {
	/** Whose trigger it is; numbers are each owner's own. */
	readonly owner: string;
	readonly stretch: SegmentStretch;
	readonly keep: number;
}

/**
 * Segments that are captured but not cut out yet. Not all at once: a trigger that is hit often may ask for the same
 * million changes at each hit, and nothing else happens while they are cut out.
 */
export class SegmentBacklog {
	#due: DueSegment[] = [];

	/** Whether some are still to be cut out. */
	get isBusy(): boolean {
		return this.#due.length > 0;
	}

	/** Takes stretches of one owner's triggers, as long as those keep segments: of each the newest that would stay. */
	take(owner: string, triggers: readonly Trigger[], stretches: readonly SegmentStretch[]): void {
		if (stretches.length === 0) return;
		const keeps = new Map(
			triggers.flatMap(({ number, action }) =>
				action.kind === "segment" ? [[number, action.keep] as const] : [],
			),
		);
		const joining = stretches.flatMap((stretch) => {
			const keep = keeps.get(stretch.trigger);
			return keep === undefined ? [] : [{ owner, stretch, keep }];
		});
		const room = new Map(keeps);
		const kept = [...this.#due, ...joining].toReversed().filter((due) => {
			if (due.owner !== owner) return true;
			const left = room.get(due.stretch.trigger) ?? 0;
			room.set(due.stretch.trigger, left - 1);
			return left > 0;
		});
		this.#due = kept.reverse();
	}

	/** Hands out those whose turn it is, the oldest first, without what the capture has dropped meanwhile. */
	*next(capture: Capture): Generator<DueSegment> {
		for (let changes = 0; changes < CHANGES_AT_ONCE; ) {
			const due = this.#due.shift();
			if (due === undefined) return;
			const { stretch } = due;
			if (stretch.hitTime < capture.firstTime) continue;
			const from = Math.max(stretch.from, capture.firstTime);
			changes += changesIn(capture, from, stretch.to);
			yield { ...due, stretch: { ...stretch, from } };
		}
	}

	clear(): void {
		this.#due = [];
	}
}

function changesIn({ chunks }: Capture, from: number, to: number): number {
	let changes = 0;
	for (let at = Math.max(0, chunks.indexFrom(from)); at < chunks.length; at++) {
		const chunk = chunks.at(at);
		if (chunk === undefined || chunk.base > to) break;
		changes += chunk.upperBound(to) - chunk.lowerBound(from);
	}
	return changes;
}
