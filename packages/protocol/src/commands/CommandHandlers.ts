import type { RequestFrame } from "../codec/request.ts";
import type { Args, CommandName } from "./registry.ts";

/**
 * What a handler answers: the result word, or data (then the result is its length unless told otherwise) and,
 * where the daemon changes them, the echoed p1 and p2.
 */
export type HandlerResult =
	| number
	| {
			readonly result?: number;
			readonly data: Uint8Array;
			readonly p1?: number;
			readonly p2?: number;
	  };

/** One handler for every command; a missing one does not compile. */
export type CommandHandlers<Ctx> = {
	readonly [N in CommandName]: (
		ctx: Ctx,
		args: Args<N>,
		frame: RequestFrame,
	) => HandlerResult | Promise<HandlerResult>;
};
