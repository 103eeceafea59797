import type { Args, CommandName, Result } from "@gpioscope/protocol";

/** Runs one command of the daemon. Rejects with a BridgeError. */
export type SendCall = <N extends CommandName>(name: N, args: Args<N>) => Promise<Result<N>>;
