/** Bits of the control register. */
export const controlBits = {
	enable: 1,
	spi: 2,
	i2c: 4,
	phase: 8,
	polarity: 16,
	/** Aborts what is under way and empties the FIFOs. */
	clear: 128,
	send: 256,
	receive: 512,
} as const;

/** How the daemon has set up the BSC slave. */
export interface BscControl {
	/** The control register, 14 bits. */
	readonly bits: number;
	/** The I2C address, 7 bits. */
	readonly address: number;
}

/** Whether all of these bits are set. */
export function has({ bits }: BscControl, all: number): boolean {
	return (bits & all) === all;
}
