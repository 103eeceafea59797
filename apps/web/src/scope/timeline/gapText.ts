import { formatSpan } from "@gpioscope/logic";
import type { BlockGap } from "@gpioscope/protocol";

const CAUSES: Readonly<Record<BlockGap["cause"], { readonly cause: string; readonly remedy: string }>> = {
	start: { cause: "Nothing was captured yet.", remedy: "" },
	daemonLost: {
		cause: "pigpiod was not there.",
		remedy: "Earlier data is kept; nothing is known of this stretch.",
	},
	reportsLost: {
		cause: "pigpiod could not keep up with its reports.",
		remedy: "Watch fewer busy lines, or give it a longer buffer (pigpiod -b).",
	},
	viewerSlow: {
		cause: "This page could not keep up.",
		remedy: "Use a faster link, or close other pages on this bridge.",
	},
	stalled: {
		cause: "pigpiod's reports stood still.",
		remedy: "Another program does not read its notifications; stop it.",
	},
	notKept: {
		cause: "It was dropped while the view was paused, as the memory for captures was full.",
		remedy: "Allow more changes in Settings.",
	},
};

/** Short text for the pill of a gap. */
export function gapLabel({ from, to }: Pick<BlockGap, "from" | "to">): string {
	return `Gap ${formatSpan(to - from, { significant: 3 })}`;
}

/** Why something is missing, and what to do about it. */
export function gapReason(cause: BlockGap["cause"]): string {
	const { cause: why, remedy } = CAUSES[cause];
	return remedy === "" ? why : `${why} ${remedy}`;
}

/** What was lost, why, and what to do. */
export function gapExplanation(gap: BlockGap): string {
	const lost = gap.lost === undefined ? "" : `${gap.lost} ${gap.lost === 1 ? "report" : "reports"} lost. `;
	return `${gapLabel(gap)}. ${lost}${gapReason(gap.cause)}`;
}
