import { capture, capturesStore, LIVE } from "../bridge/index.ts";
import { scopeStore } from "./scopeStore.ts";

/** While the view stands still, what it can show stays in memory though recording goes on; the answer ends it. */
export function holdWhilePaused(): () => void {
	let isHeld = false;
	const look = (): void => {
		const held = scopeStore.getState().mode !== "live" && capturesStore.getState().shown === LIVE;
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
