import { blinker } from "./blinker.ts";
import { button } from "./button.ts";
import type { DeviceKind } from "./defineDevice.ts";
import { dht22 } from "./dht22.ts";
import { ds18b20 } from "./ds18b20.ts";
import { ds3231 } from "./ds3231.ts";
import { eeprom24c32 } from "./eeprom24c32.ts";
import { fan } from "./fan.ts";
import { hcSr04 } from "./hcSr04.ts";
import { i2cSensor } from "./i2cSensor.ts";
import { irRemote } from "./irRemote.ts";
import { lm75 } from "./lm75.ts";
import { mcp3008 } from "./mcp3008.ts";
import { noisyLine } from "./noisyLine.ts";
import { program } from "./program.ts";
import { rotaryEncoder } from "./rotaryEncoder.ts";
import { servoSweep } from "./servoSweep.ts";
import { uartTalker } from "./uartTalker.ts";
/** Every kind of device a bench file can name. */
export const deviceKinds: readonly DeviceKind[] = [
	blinker,
	button,
	dht22,
	fan,
	hcSr04,
	i2cSensor,
	irRemote,
	noisyLine,
	program,
	rotaryEncoder,
	servoSweep,
	uartTalker,
	lm75,
	eeprom24c32,
	ds3231,
	mcp3008,
	ds18b20,
];
