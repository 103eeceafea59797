import { capture, capturesStore, LIVE } from "../bridge/index.ts";
import { scopeStore } from "./scopeStore.ts";

/** Whether what is on screen stands still while the capture behind it goes on. */
export function standsStill(): boolean {
	return scopeStore.getState().mode !== "live" && capturesStore.getState().shown === LIVE;
}

/** While the view stands still, what it can show stays in memory though recording goes on; the answer ends it. */
export function holdWhilePaused(): () => void {
	let isHeld = false;
	const look = (): void => {
		const held = standsStill();
		if (held === isHeld) return;
		isHeld = held;
		capture.hold(held).catch((error: unknown) => {
			console.error("The capture did not answer.", error);
		});
	};
	look();
	const stops = [scopeStore.subscribe(look), capturesStore.subscribe(look)];
	return () => {
		for (const stop of stops) stop();
	};
}
