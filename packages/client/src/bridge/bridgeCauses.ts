import type { ConnectionCause, TargetFacts } from "@gpioscope/protocol";

/** The bridge serves other pigpiods only. */
export function noSuchTarget(wanted: string | undefined, targets: readonly TargetFacts[]): ConnectionCause {
	const ids = targets.map(({ id }) => id).join(", ");
	return {
		code: "other",
		message: `This gpioscope has no target "${wanted}".`,
		remedy: `It has: ${ids === "" ? "none" : ids}. One that is added is used at once.`,
	};
}

/** The bridge is there and will not have this client. */
export function refused(origin: string): ConnectionCause {
	return {
		code: "refused",
		message: `gpioscope on ${origin} does not let this program in.`,
		remedy:
			"Use the token that it printed at its start; for a page of another site start it with --allow-origin.",
	};
}

/** Nothing is known but that there is no connection. */
export function unreachable(origin: string): ConnectionCause {
	return {
		code: "unreachable",
		message: `gpioscope on ${origin} does not answer, or does not let this page in.`,
		remedy: "Check that it runs, and that the address is right. It is tried again by itself.",
	};
}
