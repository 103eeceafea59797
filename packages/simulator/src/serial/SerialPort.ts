import type { Micros } from "../devices/Device.ts";

/** A serial port as a program has it once it is opened. */
export interface SerialPort {
	/** Bytes that have come in and were not read. */
	readonly available: number;
	/** When everything that was written has been sent. */
	readonly sentAt: Micros;
	/** Takes what there is room for. @returns how many bytes that were */
	write(bytes: Uint8Array): number;
	read(count: number): Uint8Array;
	/** Called when the last handle is closed. */
	close(): void;
}
