import { capture, captureStore } from "../../bridge/index.ts";
import { liveTraceStore, liveViewport, tracedMask } from "./liveTrace.ts";
import { newestActivity } from "./newestActivity.ts";

/** Of the length of what is shown, free at each side. */
const MARGIN = 0.05;

/** Shows the newest activity of the lines as soon as there is some, and again whenever there is more of it. */
export function followActivity(): () => void {
	let isAsking = false;
	let shownTo: number | undefined;
	let shownMask = 0;
	const look = async (): Promise<void> => {
		const mask = tracedMask();
		if (isAsking || mask === 0 || !liveTraceStore.getState().followsActivity) return;
		isAsking = true;
		try {
			const found = await newestActivity(capture, mask);
			liveTraceStore.setState({ hasActivity: found !== undefined });
			if (found === undefined || !liveTraceStore.getState().followsActivity) return;
			if (found.to === shownTo && mask === shownMask) return;
			shownTo = found.to;
			shownMask = mask;
			liveViewport.show(liveViewport.fitted(found.from, found.to, MARGIN));
		} finally {
			isAsking = false;
		}
	};
	const lookAndTell = (): void => {
		look().catch((error: unknown) => {
			// The last picture stays; the next news of the capture asks again.
			console.error("The capture did not answer.", error);
		});
	};
	const stops = [
		captureStore.subscribe(lookAndTell),
		liveTraceStore.subscribe(({ followsActivity }, before) => {
			if (!followsActivity || before.followsActivity) return;
			shownTo = undefined;
			lookAndTell();
		}),
	];
	lookAndTell();
	return () => {
		for (const stop of stops) stop();
	};
}
