import * as z from "zod/mini";

/** One operation of the control channel: everything its messages and its documentation say. */
export interface OperationSpec<Params extends z.core.$ZodShape, Result extends z.ZodMiniType> {
	/** One sentence. */
	readonly summary: string;
	/** Its fields besides id and op; each has a description. */
	readonly params: Params;
	readonly result: Result;
	/** Who may use it through the bridge: whoever only watches, or whoever may act. Nobody without it. */
	readonly forPages?: "viewer" | "operator";
	readonly example: {
		readonly params: z.input<z.ZodMiniObject<Params>>;
		readonly result: z.input<Result>;
	};
}

/** Describes an operation. Keeps the literal types, from which those of arguments and results follow. */
export function defineOperation<const Params extends z.core.$ZodShape, const Result extends z.ZodMiniType>(
	spec: OperationSpec<Params, Result>,
): OperationSpec<Params, Result> {
	return spec;
}

/** A field with its description. */
export function field<Schema extends z.ZodMiniType>(schema: Schema, text: string): Schema {
	return schema.check(z.describe(text)) as Schema;
}

/** An operation that has nothing to say but that it is done. */
export const done = z.object({});
