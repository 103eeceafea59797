import type { OpenHandle } from "@gpioscope/protocol";
import { useMemo } from "react";
import { useStore } from "zustand";
import { daemonStore } from "../../stores/daemonStore.ts";
import { handleKey } from "./holdingText.ts";

/** What was open in the daemon at the last look and no session holds; empty before the first one. */
export function useOrphans(): readonly OpenHandle[] {
	const { holdings, inspection } = useStore(daemonStore);
	return useMemo(() => {
		const held = new Set(holdings.map(handleKey));
		return inspection?.orphans.filter((handle) => !held.has(handleKey(handle))) ?? [];
	}, [holdings, inspection]);
}
