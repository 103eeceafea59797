import type { Invocation } from "../commands/holdings.ts";

/** How long a command only waits, in microseconds; undefined for all others. */
export function pausedMicros({ name, args }: Invocation): number | undefined {
	if (name !== "delayMicros" && name !== "delayMillis") return undefined;
	const { delay } = args as { readonly delay: number };
	return name === "delayMicros" ? delay : delay * 1000;
}
