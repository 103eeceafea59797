import { blinker } from "./blinker.ts";
import { button } from "./button.ts";
import type { DeviceKind } from "./defineDevice.ts";
import { dht22 } from "./dht22.ts";
import { fan } from "./fan.ts";
import { hcSr04 } from "./hcSr04.ts";
import { i2cSensor } from "./i2cSensor.ts";
import { irRemote } from "./irRemote.ts";
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
];
