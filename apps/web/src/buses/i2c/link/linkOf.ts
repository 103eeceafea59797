import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { bitBangLink } from "./bitBangLink.ts";
import { controllerLink } from "./controllerLink.ts";
import type { I2cLink } from "./I2cLink.ts";
import type { SendCall } from "./SendCall.ts";

/** How to speak on a bus. */
export function linkOf(bus: I2cBus, send: SendCall): I2cLink {
	if (bus.kind === "bitBang") return bitBangLink(bus, send);
	return controllerLink(
		bus.number,
		(address) => i2cStore.getState().handles[deviceKey(bus, address)]?.handle,
		send,
	);
}
