import type { CommandHandlers } from "./CommandHandlers.ts";
import type { Args, CommandName, Result } from "./registry.ts";
import type { BscTransfer, ScriptStatus } from "./resultTypes.ts";
import type { Pulse } from "./tailTypes.ts";

// Compiled, never run: arguments and results are inferred from the table, and wrong ones do not compile.
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };

export const inferred: readonly true[] = [
	true satisfies Equal<Flat<Args<"write">>, { readonly gpio: number; readonly level: number }>,
	true satisfies Equal<keyof Args<"readBank1">, never>,
	true satisfies Equal<Args<"addPulses">["pulses"], readonly Pulse[]>,
	true satisfies Equal<Args<"sendWaveChain">["chain"], Uint8Array>,
	true satisfies Equal<Args<"storeScript">["text"], string>,
	true satisfies Equal<Args<"createPaddedWave">["words"], number | undefined>,
	true satisfies Equal<Result<"read">, number>,
	true satisfies Equal<Result<"readFile">, Uint8Array>,
	true satisfies Equal<Result<"getScriptStatus">, ScriptStatus>,
	true satisfies Equal<Result<"transferBsc">, BscTransfer>,
];

export const padded: Args<"createPaddedWave"> = { percent: 10 };
// @ts-expect-error a parameter is missing
export const missing: Args<"write"> = { gpio: 4 };
// @ts-expect-error a parameter has the wrong type
export const wrong: Args<"storeScript"> = { text: 4 };
// @ts-expect-error no such command
export const stranger: CommandName = "blink";
// @ts-expect-error handlers are missing
export const incomplete: CommandHandlers<undefined> = { read: () => 1 };
