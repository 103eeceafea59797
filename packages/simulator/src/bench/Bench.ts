import type { WiredDevice } from "../devices/WiredDevice.ts";
import type { DeviceEntry } from "./benchFile.ts";

/** The things wired to the board, and what a newcomer may call the GPIOs they are on. */
export interface Bench {
	readonly name: string;
	readonly devices: readonly WiredDevice[];
	/** Names by GPIO. */
	readonly names: Readonly<Record<number, string>>;
}

/** A bench as it was built, with what is needed to add and remove devices. */
export interface BuiltBench extends Bench {
	readonly seed: number;
	/** The names that the bench's file gives itself. */
	readonly ownNames: Readonly<Record<number, string>>;
	/** What each of the devices was built from. */
	readonly entries: readonly DeviceEntry[];
}
