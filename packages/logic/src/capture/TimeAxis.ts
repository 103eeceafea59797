import type { BlockAnchor, BlockContent } from "@gpioscope/protocol";

/** Time that runs back by more than this, in microseconds, is another clock, whatever the epoch is called. */
const JUMP_BACK = 1e6;

/** The least gap between two epochs, in microseconds: it must be seen even where no clock tells its length. */
const LEAST_GAP = 1000;

/**
 * Lays the epochs of a target on one axis of microseconds.
 *
 * Times of the first epoch stay as they are. A later epoch comes after a gap as long as the wall clock says, by the
 * anchors of both; without anchors the gap is 1 ms. So no time ever means two moments, and the distance between
 * things before and after a restart of pigpiod is right within the accuracy of the wall clock.
 */
export class TimeAxis {
	#epoch: number | undefined;
	#shift = 0;
	#anchor: BlockAnchor | undefined;

	/** The epoch that came last, undefined before the first block. */
	get epoch(): number | undefined {
		return this.#epoch;
	}

	/** What turns times of the latest epoch into times of the axis. A whole number of microseconds. */
	get shift(): number {
		return this.#shift;
	}

	/** The latest moment that is known on both clocks: axis microseconds and milliseconds since 1970. */
	get anchor(): BlockAnchor | undefined {
		return this.#anchor;
	}

	copy(): TimeAxis {
		const copy = new TimeAxis();
		copy.#epoch = this.#epoch;
		copy.#shift = this.#shift;
		copy.#anchor = this.#anchor;
		return copy;
	}

	/** Takes note of a block; tells whether an epoch begins with it that is not the first. */
	enter(block: Pick<BlockContent, "epoch" | "baseTime" | "anchor">, endTime: number): boolean {
		const isBack = block.baseTime + this.#shift < endTime - JUMP_BACK;
		const isNew = this.#epoch !== undefined && (this.#epoch !== block.epoch || isBack);
		if (isNew) {
			const earliest = endTime + LEAST_GAP - block.baseTime;
			this.#shift = Math.ceil(Math.max(earliest, this.#shiftByClock(block.anchor) ?? earliest));
			this.#anchor = undefined;
		}
		this.#epoch = block.epoch;
		if (block.anchor) this.#anchor = { time: block.anchor.time + this.#shift, wall: block.anchor.wall };
		return isNew;
	}

	#shiftByClock(next: BlockAnchor | undefined): number | undefined {
		if (this.#anchor === undefined || next === undefined) return undefined;
		return this.#anchor.time + (next.wall - this.#anchor.wall) * 1000 - next.time;
	}
}
