import { type Trigger, triggerProblem } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { captureOf, capturesStore, LIVE } from "../../bridge/index.ts";
import { filesStore, isBeingRead } from "../files/filesStore.ts";

/** Hits of each trigger in the capture on view, by its number. */
export type ShownHits = ReadonlyMap<number, number>;

/** How often triggers are hit in the capture on view, where that is not the live one; undefined until it is known. */
export function useShownHits(triggers: readonly Trigger[]): ShownHits | undefined {
	const shown = useStore(capturesStore, (state) => state.shown);
	const isRead = useStore(filesStore, (state) => isBeingRead(shown, state));
	const [found, setFound] = useState<{ readonly of: string; readonly hits: ShownHits }>();
	useEffect(() => {
		if (shown === LIVE || isRead) return;
		let isGone = false;
		const complete = triggers.filter((trigger) => triggerProblem(trigger) === undefined);
		captureOf(shown)
			.hitCounts(complete)
			.then((counts) => {
				const hits = new Map(complete.map(({ number }, at) => [number, counts[at] ?? 0]));
				if (!isGone) setFound({ of: shown, hits });
			})
			.catch((error: unknown) => {
				// Who closes the capture does not wait for its hits.
				if (!isGone) console.error("The capture did not answer.", error);
			});
		return () => {
			isGone = true;
		};
	}, [shown, isRead, triggers]);
	return shown !== LIVE && found?.of === shown ? found.hits : undefined;
}
