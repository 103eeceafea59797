import type { I2cBus } from "../model/i2cBus.ts";
import { bitBangLink } from "./bitBangLink.ts";
import { controllerLink } from "./controllerLink.ts";
import type { I2cLink } from "./I2cLink.ts";

/** How to speak on a bus. */
export function linkOf(bus: I2cBus): I2cLink {
	return bus.kind === "controller" ? controllerLink(bus.number) : bitBangLink(bus);
}
