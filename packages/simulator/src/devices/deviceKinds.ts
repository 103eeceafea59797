import { blinker } from "./blinker.ts";
import { bme280 } from "./bme280.ts";
import { button } from "./button.ts";
import type { DeviceKind } from "./defineDevice.ts";
import { dht22 } from "./dht22.ts";
import { ds18b20 } from "./ds18b20.ts";
import { ds3231 } from "./ds3231.ts";
import { eeprom24c32 } from "./eeprom24c32.ts";
import { fan } from "./fan.ts";
import { hcSr04 } from "./hcSr04.ts";
import { i2cMaster } from "./i2cMaster.ts";
import { i2cReader } from "./i2cReader.ts";
import { i2cSensor } from "./i2cSensor.ts";
import { irRemote } from "./irRemote.ts";
import { led } from "./led.ts";
import { lm75 } from "./lm75.ts";
import { mcp3008 } from "./mcp3008.ts";
import { midiKeyboard } from "./midiKeyboard.ts";
import { mpu6050 } from "./mpu6050.ts";
import { noisyLine } from "./noisyLine.ts";
import { program } from "./program.ts";
import { rotaryEncoder } from "./rotaryEncoder.ts";
import { screenPlot } from "./screenPlot.ts";
import { serialEcho } from "./serialEcho.ts";
import { servo } from "./servo.ts";
import { servoSweep } from "./servoSweep.ts";
import { spiReader } from "./spiReader.ts";
import { ssd1306 } from "./ssd1306.ts";
import { uartTalker } from "./uartTalker.ts";
import { w1Reader } from "./w1Reader.ts";

/** Every kind of device a bench file can name. */
export const deviceKinds: readonly DeviceKind[] = [
	blinker,
	bme280,
	button,
	dht22,
	ds18b20,
	ds3231,
	eeprom24c32,
	fan,
	hcSr04,
	i2cMaster,
	i2cReader,
	i2cSensor,
	irRemote,
	led,
	lm75,
	mcp3008,
	midiKeyboard,
	mpu6050,
	noisyLine,
	program,
	rotaryEncoder,
	screenPlot,
	serialEcho,
	servo,
	servoSweep,
	spiReader,
	ssd1306,
	uartTalker,
	w1Reader,
];
