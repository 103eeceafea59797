import type * as z from "zod/mini";
import { boardOperations } from "./boardOperations.ts";
import { deviceOperations } from "./deviceOperations.ts";
import { faultOperations } from "./faultOperations.ts";

/** Every operation of the simulator's control channel. Messages, handlers and documentation derive from it. */
export const controlOperations = {
	...deviceOperations,
	...boardOperations,
	...faultOperations,
} as const;

type Operations = typeof controlOperations;
export type ControlOperation = keyof Operations;

/** What a caller gives: fields with defaults may be left out. */
export type ControlParams<N extends ControlOperation> = z.input<z.ZodMiniObject<Operations[N]["params"]>>;
/** What the operation is given: defaults are filled in. */
export type ControlArgs<N extends ControlOperation> = z.output<z.ZodMiniObject<Operations[N]["params"]>>;
export type ControlResult<N extends ControlOperation> = z.output<Operations[N]["result"]>;

export const controlOperationNames = Object.keys(controlOperations) as ControlOperation[];

/** Who may use an operation through the bridge; nobody without an answer. */
export function pageRoleOf(op: ControlOperation): "viewer" | "operator" | undefined {
	const spec: { readonly forPages?: "viewer" | "operator" } = controlOperations[op];
	return spec.forPages;
}
