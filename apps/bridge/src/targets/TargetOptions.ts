import type { Clock, Destination } from "@gpioscope/client";
import type { PinFacts, ServerMessageOf, TargetFacts } from "@gpioscope/protocol";
import type { EncodedBlock } from "./Ingest.ts";

export interface TargetOptions {
	readonly id: string;
	/** Its number in blocks. */
	readonly number: number;
	readonly name: string;
	/** What a name that people give it is kept under. */
	readonly nameKey: string;
	readonly destination: Destination;
	/** The bridge was started with it. */
	readonly fixed: boolean;
	readonly simulated: boolean;
	/** Names of GPIOs that the bench proposes. */
	readonly names?: Readonly<Record<string, string>>;
	readonly clock: Clock;
	readonly timeoutMs?: number;
	readonly firstEpoch: number;
	readonly onProblem: (error: unknown) => void;
}

/** What a target tells everybody. */
export interface TargetListener {
	block(block: EncodedBlock): void;
	facts(facts: TargetFacts): void;
	pins(pins: PinFacts[]): void;
	statistics(statistics: ServerMessageOf<"statistics">): void;
	/** Another daemon, or the same after a restart: handles, waves and scripts are gone. */
	restarted(): void;
}
