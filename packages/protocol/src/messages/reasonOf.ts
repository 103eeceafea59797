import type * as z from "zod/mini";

/** A complaint in words: zod/mini brings no texts of its own, so that pages stay small. */
export function reasonOf(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case "invalid_type":
			return `expected ${issue.expected}`;
		case "too_big":
			return `more than ${issue.maximum}`;
		case "too_small":
			return `less than ${issue.minimum}`;
		case "unrecognized_keys":
			return `unknown field ${issue.keys.join(", ").slice(0, 80)}`;
		case "invalid_value":
			return `expected ${issue.values.map(String).join(" or ")}`;
		default:
			return "does not fit the protocol";
	}
}
