import type { BenchFile } from "./benchFile.ts";

const i2c = { sda: 2, scl: 3 };

/** A small robot: two driven wheels with encoders, a head on servos, eyes, ears and lamps. */
export const robotBench = {
	name: "Robot",
	seed: 3,
	devices: [
		{ kind: "servoSweep", name: "Head pan", pins: { signal: 12 } },
		{
			kind: "servoSweep",
			name: "Head tilt",
			pins: { signal: 13 },
			options: { from: 1300, to: 1700, periodSeconds: 4 },
		},
		{ kind: "servo", name: "Gripper", pins: { signal: 25 } },
		{ kind: "fan", name: "Left motor", pins: { control: 18, tacho: 16 }, options: { fullSpeed: 3600 } },
		{ kind: "fan", name: "Right motor", pins: { control: 19, tacho: 20 }, options: { fullSpeed: 3600 } },
		{ kind: "program", name: "Drive", options: { commands: "pfs 18 1000 p 18 120 pfs 19 1000 p 19 130" } },
		{
			kind: "rotaryEncoder",
			name: "Left wheel",
			pins: { a: 5, b: 6 },
			options: { everySeconds: 0.4, detents: 30, stepMillis: 2.5 },
		},
		{
			kind: "rotaryEncoder",
			name: "Right wheel",
			pins: { a: 23, b: 24 },
			options: { everySeconds: 0.4, detents: 30, stepMillis: 2.5 },
		},
		{ kind: "hcSr04", name: "Range", pins: { trigger: 17, echo: 27 }, options: { swing: 60 } },
		{
			kind: "program",
			name: "Range program",
			options: { commands: "m 17 w trig 17 10 1", everySeconds: 0.06 },
		},
		{ kind: "mpu6050", name: "Balance", pins: i2c },
		{
			kind: "i2cReader",
			name: "Balance program",
			options: { address: 0x68, register: 0x3b, count: 14, setUp: [0x6b, 0], everyMillis: 100, missShare: 0 },
		},
		{ kind: "irRemote", name: "IR receiver", pins: { data: 22 } },
		{ kind: "button", name: "Bumper", pins: { contact: 4 }, options: { everySeconds: 6, holdMillis: 400 } },
		{ kind: "led", name: "Left lamp", pins: { anode: 21 } },
		{ kind: "led", name: "Right lamp", pins: { anode: 26 } },
		{
			kind: "program",
			name: "Indicator",
			options: { commands: "w 21 1 w 26 0 mils 400 w 21 0 w 26 1 mils 400", everySeconds: 0.01 },
		},
	],
} satisfies BenchFile;
