import { type CommandName, commandByCode } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import { bitBangI2cHandlers } from "./bitBangI2c.ts";
import { bitBangSerialHandlers } from "./bitBangSerial.ts";
import { bitBangSpiHandlers } from "./bitBangSpi.ts";
import { bscHandlers } from "./bsc.ts";
import { customHandlers } from "./custom.ts";
import { fileHandlers } from "./files.ts";
import { gpioHandlers } from "./gpio.ts";
import { gpioBankHandlers } from "./gpioBanks.ts";
import type { HandlersOf, Reply } from "./Handler.ts";
import { i2cHandlers } from "./i2c.ts";
import { notifyHandlers } from "./notify.ts";
import { pwmHandlers } from "./pwm.ts";
import type { Request } from "./Request.ts";
import { refusals } from "./refusals.ts";
import { scriptHandlers } from "./scripts.ts";
import { serialHandlers } from "./serial.ts";
import { shellHandlers } from "./shell.ts";
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
	...scriptHandlers,
	...shellHandlers,
	...bscHandlers,
	...customHandlers,
	...i2cHandlers,
	...serialHandlers,
	...fileHandlers,
};

/** Performs a command by its number; unknown ones are refused. */
export function perform(daemon: Daemon, request: Request): Reply {
	const command = commandByCode(request.code);
	return command === undefined ? refusals.unknownCommand : handlers[command.name](daemon, request);
}
