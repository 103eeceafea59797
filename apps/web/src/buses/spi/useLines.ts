import { useMemo } from "react";
import { useStore } from "zustand";
import type { TracedLines } from "../../stores/tracedLinesStore.ts";
import { tracedLines } from "./spiCalls.ts";
import { spiSettings } from "./spiSettings.ts";

/** The lines of the device on view. */
export function useLines(): TracedLines {
	const setup = useStore(spiSettings, (state) => state.setup);
	return useMemo(() => ({ lines: tracedLines(setup) }), [setup]);
}
