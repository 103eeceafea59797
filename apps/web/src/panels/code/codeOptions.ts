import type { CodeOptions } from "@gpioscope/protocol";
import { connectionStore, ownTarget } from "../../stores/connectionStore.ts";

/** What code shown on this page is written for: the bridge it came from. */
export function codeOptions(): CodeOptions {
	const { targets } = connectionStore.getState();
	return { address: location.origin, ...(targets.length > 1 ? { target: ownTarget() } : {}) };
}
