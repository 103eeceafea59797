import { type CaptureId, capturesStore } from "../../bridge/index.ts";

/** Runs once when a capture is on view, now or later; not at all when it is closed before. */
export function whenShown(id: CaptureId, run: () => void): void {
	if (capturesStore.getState().shown === id) {
		run();
		return;
	}
	const stop = capturesStore.subscribe(({ shown, entries }) => {
		if (shown === id) {
			stop();
			run();
		} else if (!entries.some((entry) => entry.id === id)) stop();
	});
}
