import { type CaptureId, capturesStore, shownEntry } from "../../bridge/index.ts";
import { viewport } from "../mainViewport.ts";
import type { TimeView } from "../view/timeView.ts";

/** How a growing file is kept in sight. */
export interface Following {
	/** So much of the file was read, 0 to 1. */
	progress(share: number): void;
	/** All of it was. */
	finish(): void;
	stop(): void;
}

/**
 * Keeps the whole of a file in sight while it is being read: the view is as long as the file will be, by the part that
 * is there, and the traces fill it from the left. Ends as soon as the person moves the view.
 */
export function followReading(id: CaptureId): Following {
	let share = 0;
	let set: TimeView | undefined;
	const isOurs = (): boolean => capturesStore.getState().shown === id && (set === undefined || isThere(set));
	const place = (): void => {
		if (!isOurs()) return;
		const { firstTime, endTime } = shownEntry().facts;
		if (endTime <= firstTime || share <= 0) return;
		const estimate = firstTime + (endTime - firstTime) / share;
		// The estimate wavers; the view moves only when the traces would leave it, or it would stay half empty.
		const isGood = set !== undefined && endTime <= set.to && estimate - firstTime > (set.to - set.from) / 2;
		if (isGood && share < 1) return;
		set = viewport.fitted(firstTime, estimate);
		viewport.hold(set);
	};
	const stop = capturesStore.subscribe(place);
	return {
		progress: (read) => {
			share = read;
			place();
		},
		finish: () => {
			share = 1;
			place();
			stop();
		},
		stop,
	};
}

function isThere({ from, to }: TimeView): boolean {
	const { view } = viewport;
	return Math.abs(view.from - from) + Math.abs(view.to - to) < (to - from) * 1e-6;
}
