import { type Trigger, triggerProblem } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { captureOf, capturesStore, LIVE, shownStore } from "../../bridge/index.ts";

/** Hits of each trigger in the capture on view, by its number. */
export type ShownHits = ReadonlyMap<number, number>;

/** How often triggers are hit in the capture on view, where that is not the live one; undefined until it is known. */
export function useShownHits(triggers: readonly Trigger[]): ShownHits | undefined {
	const shown = useStore(capturesStore, (state) => state.shown);
	const end = useStore(shownStore, (state) => state.endTime);
	const [found, setFound] = useState<{ readonly of: string; readonly hits: ShownHits }>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: a file that is still being read has more hits later.
	useEffect(() => {
		if (shown === LIVE) return;
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
	}, [shown, end, triggers]);
	return shown !== LIVE && found?.of === shown ? found.hits : undefined;
}
