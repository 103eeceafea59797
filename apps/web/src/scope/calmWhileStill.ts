import { calm, capturesStore, LIVE } from "../bridge/index.ts";
import { scopeStore } from "./scopeStore.ts";

/** While the view stands still, figures about the capture that goes on behind it need not run; the answer ends it. */
export function calmWhileStill(): () => void {
	const look = (): void => {
		const { mode } = scopeStore.getState();
		calm.set("still", mode === "paused" || (mode === "play" && capturesStore.getState().shown !== LIVE));
	};
	look();
	const stops = [scopeStore.subscribe(look), capturesStore.subscribe(look)];
	return () => {
		for (const stop of stops) stop();
		calm.set("still", false);
	};
}
