import type { CodeOptions } from "@gpioscope/protocol";

/** What code shown on this page is written for: the bridge it came from. */
export function codeOptions(): CodeOptions {
	return { address: location.origin };
}
