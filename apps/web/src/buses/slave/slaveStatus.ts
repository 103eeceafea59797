/** Bytes that the hardware keeps each way. */
export const FIFO_BYTES = 16;

/** What BSCX tells beside the bytes. */
export interface SlaveStatus {
	/** Bytes that the send FIFO took. */
	readonly copied: number;
	/** Bytes in the receive and the send FIFO. */
	readonly received: number;
	readonly toSend: number;
	/** The names of what holds. */
	readonly holds: readonly string[];
}

const flags = [
	"sending",
	"receive FIFO empty",
	"send FIFO full",
	"receive FIFO full",
	"send FIFO empty",
	"receiving",
] as const;

/** Reads the status word: six flags from bit 0, five bits each for the FIFOs' levels, then the bytes copied. */
export function readStatus(word: number): SlaveStatus {
	return {
		copied: word >>> 16,
		received: (word >>> 11) & 0x1f,
		toSend: (word >>> 6) & 0x1f,
		holds: flags.filter((_, bit) => ((word >>> bit) & 1) === 1),
	};
}
