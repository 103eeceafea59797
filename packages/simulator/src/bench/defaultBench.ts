import type { BenchFile } from "./benchFile.ts";

const i2c = { sda: 2, scl: 3 };

/**
 * What a newcomer sees: a busy but calm board with a bit of everything, some thousand changes a second. Uses pins
 * where these things usually sit, and leaves the rest free to play with.
 */
export const defaultBench = {
	name: "Default bench",
	seed: 1,
	devices: [
		{ kind: "lm75", name: "Thermometer", pins: i2c },
		{ kind: "ds3231", name: "Clock", pins: i2c },
		{ kind: "eeprom24c32", name: "EEPROM", pins: i2c, options: { text: "gpioscope" } },
		{ kind: "ssd1306", name: "Screen", pins: i2c },
		{ kind: "bme280", name: "Weather sensor", pins: i2c },
		{ kind: "i2cReader", name: "Thermometer program", options: { address: 0x48, everyMillis: 250 } },
		{
			kind: "i2cReader",
			name: "Clock program",
			options: { address: 0x68, count: 7, everyMillis: 1000, missShare: 0 },
		},
		{ kind: "screenPlot", name: "Screen program", options: { everyMillis: 1000 } },
		{ kind: "mcp3008", name: "ADC", pins: { cs: 8, miso: 9, mosi: 10, sclk: 11 } },
		{ kind: "dht22", name: "DHT22", pins: { data: 4 } },
		{
			kind: "rotaryEncoder",
			name: "Encoder",
			pins: { a: 5, b: 6 },
			options: { everySeconds: 1, stepMillis: 6 },
		},
		{ kind: "uartTalker", name: "GPS", pins: { data: 15 } },
		{ kind: "servoSweep", name: "Pan servo", pins: { signal: 12 } },
		{ kind: "led", name: "LED", pins: { anode: 13 } },
		{ kind: "button", name: "Button", pins: { contact: 17 }, options: { everySeconds: 2.5 } },
		{ kind: "fan", name: "Fan", pins: { control: 18, tacho: 16 } },
		{ kind: "irRemote", name: "IR receiver", pins: { data: 22 } },
		{ kind: "blinker", name: "Heartbeat", pins: { data: 19 } },
		{ kind: "program", name: "Fan control", options: { commands: "pfs 18 800 p 18 64" } },
		{ kind: "noisyLine", name: "Knock sensor", pins: { data: 27 } },
	],
} satisfies BenchFile;
