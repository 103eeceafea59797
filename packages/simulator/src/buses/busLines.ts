/** The kinds of buses a pin can be a line of. */
export type BusKind = "i2c" | "spi" | "oneWire" | "uart";

/** The GPIOs a device uses as lines of buses. */
export type BusLines = ReadonlyMap<number, BusKind>;
