import type { ControlArgs, ControlOperation, ControlResult } from "@gpioscope/protocol";
import type { Workbench } from "../bench/Workbench.ts";
import type { Faults } from "../faults/Faults.ts";
import type { Machine } from "../Machine.ts";

/** What operations work on. */
export interface ControlHost {
	readonly machine: Machine;
	readonly bench: Workbench;
	readonly faults: Faults;
}

/** The caller's subscription. */
export interface Subscription {
	subscribe(): void;
	unsubscribe(): void;
}

/**
 * Performs one operation at the present moment of the simulator.
 * @throws ControlError, BenchError, FaultRefused or LeakRefused
 */
export type ControlHandler<N extends ControlOperation> = (
	host: ControlHost,
	args: ControlArgs<N>,
	session: Subscription,
) => ControlResult<N> | Promise<ControlResult<N>>;

/** Handlers of a group of operations. */
export type ControlHandlersOf<N extends ControlOperation> = { readonly [Name in N]: ControlHandler<Name> };
