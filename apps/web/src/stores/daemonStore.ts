import type { DaemonInspection, HoldingFacts } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";

interface DaemonState {
	/** What sessions have open in the daemon, the oldest first. */
	readonly holdings: readonly HoldingFacts[];
	/** What the last look at the daemon told, and when that was (ms of epoch). */
	readonly inspection: (DaemonInspection & { readonly at: number }) | undefined;
}

/** What is open in the daemon, as far as it was told. */
export const daemonStore = createStore<DaemonState>()(() => ({ holdings: [], inspection: undefined }));
