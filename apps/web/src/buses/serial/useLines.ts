import { useMemo } from "react";
import { useStore } from "zustand";
import type { TracedLines } from "../../stores/tracedLinesStore.ts";
import { serialLines } from "./serialLines.ts";
import { serialSettings } from "./serialSettings.ts";

/** The lines of the terminal. */
export function useLines(): TracedLines {
	const settings = useStore(serialSettings);
	return useMemo(() => serialLines(settings), [settings]);
}
