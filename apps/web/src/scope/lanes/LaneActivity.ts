import { type CaptureId, LIVE, shownCapture, shownEntry, shownStore } from "../../bridge/index.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { channelOrder } from "./channelsStore.ts";

/** A Pi of which nothing is known to move after this long is quiet, µs. */
const QUIET_AFTER = 2_500_000;

/**
 * Knows which channels of each capture have changed: they are shown, the others folded. Of the live capture those
 * that changed while the page was open, so that nothing jumps when a line rests; of a file all that ever change.
 */
export class LaneActivity {
	readonly #onChange: () => void;
	readonly #active = new Map<CaptureId, ReadonlySet<number>>();
	/** Up to which revision of its facts a capture was looked through. */
	readonly #read = new Map<CaptureId, number>();
	#isReading = false;

	constructor(onChange: () => void) {
		this.#onChange = onChange;
	}

	/** Channels of the shown capture that have changed. */
	get shown(): ReadonlySet<number> {
		return this.#active.get(shownEntry().id) ?? NONE;
	}

	/** Whether the shown capture was looked through; the live one never is. */
	get isWhole(): boolean {
		return this.#read.has(shownEntry().id);
	}

	/** Takes in news of the shown capture. */
	note(): void {
		const { id, facts } = shownEntry();
		if (id === LIVE) this.#noteLive();
		else if (!this.#isReading && this.#read.get(id) !== facts.revision && facts.endTime > facts.firstTime)
			void this.#readWhole(id);
	}

	#noteLive(): void {
		const active = new Set(this.#active.get(LIVE));
		shownStore.getState().changesPerSecond.forEach((rate, channel) => {
			if (rate > 0) active.add(channel);
		});
		for (const pin of Object.values(pinsStore.getState().pins)) {
			if (pin.drive.kind !== "none") active.add(pin.gpio);
		}
		// A Pi on which nothing has ever moved folds nothing: its true levels are all there is to see.
		if (active.size === 0 && hasBeenQuiet()) for (const channel of channelOrder()) active.add(channel);
		this.#set(LIVE, active);
	}

	async #readWhole(id: CaptureId): Promise<void> {
		const { firstTime, endTime, revision } = shownEntry().facts;
		this.#isReading = true;
		try {
			const { changed } = await shownCapture.query(firstTime, endTime + 1, 1);
			const mask = changed[0] ?? 0;
			const all = channelOrder();
			const active = all.filter((channel) => (mask >>> channel) & 1);
			this.#read.set(id, revision);
			this.#set(id, new Set(active.length === 0 ? all : active));
		} catch (error) {
			// The capture may have been closed meanwhile; of one that is still there the next news asks again.
			console.error("The capture did not answer.", error);
		} finally {
			this.#isReading = false;
			if (shownEntry().id !== id || shownEntry().facts.revision !== revision) this.note();
		}
	}

	#set(id: CaptureId, active: ReadonlySet<number>): void {
		const before = this.#active.get(id);
		if (before !== undefined && before.size === active.size) {
			if ([...active].every((channel) => before.has(channel))) return;
		}
		this.#active.set(id, active);
		this.#onChange();
	}
}

const NONE: ReadonlySet<number> = new Set();

function hasBeenQuiet(): boolean {
	const { firstTime, endTime, known } = shownStore.getState();
	return known !== 0 && endTime - firstTime > QUIET_AFTER;
}
