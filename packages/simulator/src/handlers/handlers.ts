import type { CommandName } from "@gpioscope/protocol";
import { bitBangI2cHandlers } from "./bitBangI2c.ts";
import { bitBangSerialHandlers } from "./bitBangSerial.ts";
import { bitBangSpiHandlers } from "./bitBangSpi.ts";
import { bscHandlers } from "./bsc.ts";
import { customHandlers } from "./custom.ts";
import { gpioHandlers } from "./gpio.ts";
import { gpioBankHandlers } from "./gpioBanks.ts";
import type { HandlersOf } from "./Handler.ts";
import { notifyHandlers } from "./notify.ts";
import { notYetHandlers } from "./notYet.ts";
import { pwmHandlers } from "./pwm.ts";
import { spiHandlers } from "./spi.ts";
import { systemHandlers } from "./system.ts";
import { waveHandlers } from "./waves.ts";

/** A handler for every command; a missing one does not compile. */
export const handlers: HandlersOf<CommandName> = {
	...gpioHandlers,
	...gpioBankHandlers,
	...pwmHandlers,
	...notifyHandlers,
	...waveHandlers,
	...systemHandlers,
	...bitBangSerialHandlers,
	...bitBangI2cHandlers,
	...bitBangSpiHandlers,
	...spiHandlers,
	...bscHandlers,
	...customHandlers,
	...notYetHandlers,
};
