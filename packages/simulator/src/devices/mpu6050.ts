import { z } from "zod";
import { type Motion, Mpu6050Chip } from "./chips/Mpu6050Chip.ts";
import { connectedControl, glitchControl, numberControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave } from "./lines/I2cSlave.ts";

/** How far a value is off at random: of gravity, in degrees a second. */
const noise = { acceleration: 0.004, turn: 0.3 } as const;

/** A sensor of motion that somebody tilts. */
export const mpu6050 = defineDevice({
	kind: "mpu6050",
	summary: "An MPU-6050 accelerometer and gyroscope on an I2C bus, which can be tilted and turned.",
	pins: i2cPins,
	options: z.strictObject({
		address: i2cAddress(0x68),
		sway: z.number().min(0).max(45).default(4).describe("How far it sways to and fro by itself, degrees."),
		periodSeconds: z.number().min(0.1).default(3).describe("Time of one sway there and back."),
		celsius: z.number().min(-40).max(85).default(31).describe("Temperature at the start."),
	}),
	start(context) {
		const { options, random, now } = context;
		let { sway, celsius } = options;
		let pitch = 0;
		let roll = 0;
		let yawRate = 0;
		const noisy = (value: number, size: number) => value + random.between(-size, size);
		const sense = (): Motion => {
			const turnsPerSecond = 1 / options.periodSeconds;
			const phase = 2 * Math.PI * turnsPerSecond * (now() / 1e6);
			const [a, b] = [radians(pitch + sway * Math.sin(phase)), radians(roll)];
			const swayRate = sway * 2 * Math.PI * turnsPerSecond * Math.cos(phase);
			const gravity = [-Math.sin(a), Math.cos(a) * Math.sin(b), Math.cos(a) * Math.cos(b)] as const;
			const [x, y, z] = gravity.map((value) => noisy(value, noise.acceleration));
			return {
				acceleration: [x ?? 0, y ?? 0, z ?? 0],
				degreesPerSecond: [noisy(0, noise.turn), noisy(swayRate, noise.turn), noisy(yawRate, noise.turn)],
				celsius,
			};
		};
		const slave = new I2cSlave(context, new Mpu6050Chip(options.address, sense));
		return {
			pitch: numberControl(
				"Pitch",
				"deg",
				[-90, 90, 1],
				() => pitch,
				(value) => {
					pitch = value;
					// What a hand holds does not sway.
					sway = 0;
				},
			),
			roll: numberControl(
				"Roll",
				"deg",
				[-180, 180, 1],
				() => roll,
				(value) => {
					roll = value;
				},
			),
			turn: numberControl(
				"Turn about the vertical",
				"deg/s",
				[-360, 360, 1],
				() => yawRate,
				(value) => {
					yawRate = value;
				},
			),
			temperature: numberControl(
				"Temperature",
				"degC",
				[-40, 85, 0.1],
				() => celsius,
				(value) => {
					celsius = value;
				},
			),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});

function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}
