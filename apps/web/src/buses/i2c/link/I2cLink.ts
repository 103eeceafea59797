import type { Probe, TransactionPlayer, TransactionStep } from "@gpioscope/logic";
import type { AccessForm, AccessInput, AccessVerb } from "../model/accessForms.ts";

/** Who is at an address: nobody, a device, or a device that a driver of Linux holds. */
export type Presence = "nobody" | "found" | "busy";

/** What can be done on a bus, whoever moves its lines. Everything rejects with a BridgeError. */
export interface I2cLink {
	readonly player: TransactionPlayer;
	/** Asks whether somebody is at an address. */
	probe(address: number, probe: Probe): Promise<Presence>;
	/** Reads bytes from a register on, 1 to 32 of them. */
	readRegisters(address: number, register: number, count: number): Promise<Uint8Array>;
	/** Writes or reads by hand; answers what was read, as bytes of the bus. */
	access(address: number, form: AccessForm, verb: AccessVerb, input: AccessInput): Promise<Uint8Array>;
	/** Runs a transaction; answers all that was read. */
	run(address: number, steps: readonly TransactionStep[]): Promise<Uint8Array>;
}
