import type { BusDefinition } from "./BusDefinition.ts";
import type { BusKind } from "./busKinds.ts";
import { i2cBus } from "./i2c/index.ts";
import { serialBus } from "./serial/index.ts";
import { slaveBus } from "./slave/index.ts";
import { spiBus } from "./spi/index.ts";

/** What each kind of bus shows. */
export const buses: Readonly<Record<BusKind, BusDefinition>> = {
	i2c: i2cBus,
	spi: spiBus,
	serial: serialBus,
	slave: slaveBus,
};
