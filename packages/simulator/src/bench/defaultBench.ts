import type { BenchFile } from "./benchFile.ts";

/**
 * What a newcomer sees: a busy but calm board with a bit of everything, some thousand changes a second. Uses pins
 * where these things usually sit, and leaves the rest free to play with.
 */
export const defaultBench = {
	name: "Default bench",
	seed: 1,
	names: { 2: "SDA", 3: "SCL" },
	devices: [
		{ kind: "i2cSensor", name: "Sensor bus", pins: { sda: 2, scl: 3 } },
		{ kind: "dht22", name: "DHT22", pins: { data: 4 } },
		{
			kind: "rotaryEncoder",
			name: "Encoder",
			pins: { a: 5, b: 6 },
			options: { everySeconds: 1, stepMillis: 6 },
		},
		{ kind: "uartTalker", name: "GPS", pins: { data: 15 } },
		{ kind: "servoSweep", name: "Pan servo", pins: { signal: 12 } },
		{ kind: "button", name: "Button", pins: { contact: 17 }, options: { everySeconds: 2.5 } },
		{ kind: "fan", name: "Fan", pins: { control: 18, tacho: 16 } },
		{ kind: "irRemote", name: "IR receiver", pins: { data: 22 } },
		{ kind: "blinker", name: "Heartbeat", pins: { data: 19 } },
		{ kind: "program", name: "Fan control", options: { commands: "pfs 18 800 p 18 64" } },
		{ kind: "noisyLine", name: "Knock sensor", pins: { data: 27 } },
	],
} satisfies BenchFile;
