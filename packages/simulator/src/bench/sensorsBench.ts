import type { BenchFile } from "./benchFile.ts";

const i2c = { sda: 2, scl: 3 };
const spi = { miso: 9, mosi: 10, sclk: 11 };

/** A greenhouse's worth of sensors on I2C, 1-Wire, SPI and lines of their own, and the programs that read them. */
export const sensorsBench = {
	name: "Sensors",
	seed: 2,
	devices: [
		{ kind: "lm75", name: "Case", pins: { ...i2c, os: 17 }, options: { celsius: 38, wander: 2 } },
		{ kind: "bme280", name: "Air", pins: i2c },
		{ kind: "ds3231", name: "Clock", pins: { ...i2c, interrupt: 25 } },
		{ kind: "eeprom24c32", name: "Log", pins: i2c },
		{ kind: "i2cReader", name: "Case program", options: { address: 0x48, everyMillis: 200 } },
		{
			kind: "i2cReader",
			name: "Air program",
			options: {
				address: 0x76,
				setUp: [0xf2, 1, 0xf4, 0x27],
				register: 0xf7,
				count: 8,
				everyMillis: 500,
				missing: 0x77,
			},
		},
		{ kind: "ds18b20", name: "Soil", pins: { data: 4 }, options: { serial: 0x3c01d607_1e4f, celsius: 14.2 } },
		{
			kind: "ds18b20",
			name: "Water",
			pins: { data: 4 },
			options: { serial: 0x3c01d607_8a02, celsius: 11.6 },
		},
		{
			kind: "ds18b20",
			name: "Outside",
			pins: { data: 4 },
			options: { serial: 0x0114_55a3_20aa, celsius: -2.5 },
		},
		{ kind: "w1Reader", name: "1-Wire driver", pins: { data: 4 } },
		{ kind: "dht22", name: "Greenhouse", pins: { data: 27 }, options: { celsius: 27.8, humidity: 71 } },
		{
			kind: "dht22",
			name: "Cellar",
			pins: { data: 22 },
			options: { celsius: 9.4, humidity: 83, everySeconds: 5 },
		},
		{ kind: "mcp3008", name: "Moisture", pins: { ...spi, cs: 8 } },
		{ kind: "mcp3008", name: "Light", pins: { ...spi, cs: 7 }, options: { volts: [2.1, 0.3] } },
		{ kind: "spiReader", name: "Moisture program", options: { channel: 0, everyMillis: 150 } },
		{
			kind: "spiReader",
			name: "Light program",
			options: { channel: 1, everyMillis: 400, bytes: [1, 0x90, 0] },
		},
		{ kind: "hcSr04", name: "Tank", pins: { trigger: 23, echo: 24 }, options: { centimetres: 45, swing: 5 } },
		{
			kind: "program",
			name: "Tank program",
			options: { commands: "m 23 w trig 23 10 1", everySeconds: 0.2 },
		},
		{
			kind: "noisyLine",
			name: "Rain gauge",
			pins: { data: 18 },
			options: { everySeconds: 4, burstMillis: 2 },
		},
		{ kind: "button", name: "Door", pins: { contact: 5 }, options: { everySeconds: 8, holdMillis: 2500 } },
	],
} satisfies BenchFile;
