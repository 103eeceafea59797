import type { Processor } from "./revision.ts";

/** What the chip's slave is to a master. */
export type SlaveBus = "i2c" | "spi";

/** Bits of the control word of BSCX that choose the bus. */
const choosing: Readonly<Record<SlaveBus, number>> = { spi: 1 << 1, i2c: 1 << 2 };

/** Which bus a control word chooses; undefined for none or both. */
export function slaveBusOf(word: number): SlaveBus | undefined {
	const isI2c = (word & choosing.i2c) !== 0;
	if (isI2c === ((word & choosing.spi) !== 0)) return undefined;
	return isI2c ? "i2c" : "spi";
}

/** One line of the slave. */
export interface SlavePin {
	readonly line: string;
	readonly gpio: number;
}

const older: Readonly<Record<SlaveBus, readonly SlavePin[]>> = {
	i2c: [
		{ line: "SDA", gpio: 18 },
		{ line: "SCL", gpio: 19 },
	],
	spi: [
		{ line: "MISO", gpio: 18 },
		{ line: "SCLK", gpio: 19 },
		{ line: "MOSI", gpio: 20 },
		{ line: "CE", gpio: 21 },
	],
};

const bcm2711: Readonly<Record<SlaveBus, readonly SlavePin[]>> = {
	i2c: [
		{ line: "SDA", gpio: 10 },
		{ line: "SCL", gpio: 11 },
	],
	spi: [
		{ line: "CE", gpio: 8 },
		{ line: "MOSI", gpio: 9 },
		{ line: "MISO", gpio: 10 },
		{ line: "SCLK", gpio: 11 },
	],
};

/** The GPIOs that the slave takes on a chip; pigpiod puts them into ALT3, and makes them inputs at its end. */
export function slavePins(bus: SlaveBus, processor: Processor): readonly SlavePin[] {
	return (processor === "BCM2711" ? bcm2711 : older)[bus];
}
