import type { Processor } from "@gpioscope/logic";
import type { SlaveBus } from "./controlWord.ts";

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
