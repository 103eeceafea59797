import type { ZodMiniType } from "zod/mini";

/** One thing that a session file keeps of how a capture was shown: of one store each. */
export interface SessionPart<T = unknown> {
	/** Its name in the file; never changes. */
	readonly id: string;
	/** As a person knows it: "the cursors". */
	readonly label: string;
	/** What a file may say: anything else is left out with a remark. */
	readonly schema: ZodMiniType<T>;
	/** What holds for the shown capture; undefined when there is nothing to keep. */
	read(): T | undefined;
	/** Makes it hold for the shown capture. */
	apply(value: T): void;
}

/** Keeps the type of a part together until it joins the others. */
export function sessionPart<T>(part: SessionPart<T>): SessionPart {
	const { schema, apply } = part;
	return { ...part, apply: (value) => apply(schema.parse(value)) };
}
