import { formatSpan } from "@gpioscope/logic";
import type { Break } from "../view/TimeMap.ts";

/** Length of a collapsed stretch, as it stands in its band: `12.3 s`. */
export function breakLabel({ from, to }: Break): string {
	return formatSpan(to - from, { significant: 3 });
}
