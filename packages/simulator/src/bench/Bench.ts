import type { WiredDevice } from "../devices/WiredDevice.ts";

/** The things wired to the board, and what a newcomer may call the GPIOs they are on. */
export interface Bench {
	readonly name: string;
	readonly devices: readonly WiredDevice[];
	/** Names by GPIO. */
	readonly names: Readonly<Record<number, string>>;
}
