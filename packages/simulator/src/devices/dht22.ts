import { z } from "zod";
import { connectedControl, glitchControl, numberControl } from "./controls.ts";
import { Drift } from "./Drift.ts";
import { defineDevice } from "./defineDevice.ts";
import { dht22Bytes, dht22Waveform } from "./waveforms/dht22.ts";

/** The shortest low of the host that asks for a reading (data sheet), less what a sampled wave may lose. */
const startLow = 1000 - 10;
/** How long the program that reads it pulls the line low. */
const pollLow = 1100;
/** From the host's letting go to the answer: 20 to 40. */
const answerWait = 30;
/** The sensor measures this often at most; asked earlier it sends its last reading. */
const measureTime = 2e6;

/** A thermometer and hygrometer that answers who pulls its line. */
export const dht22 = defineDevice({
	kind: "dht22",
	summary:
		"A DHT22 thermometer and hygrometer: a low of 1 ms or more on its data line is answered with a reading.",
	pins: { data: { text: "data; a resistor pulls it high" } },
	options: z.strictObject({
		everySeconds: z
			.union([z.literal(0), z.number().min(2)])
			.default(2)
			.describe("How often another controller on the line reads it; 0: only the Pi does."),
		celsius: z.number().min(-40).max(80).default(23.4).describe("Temperature at the start."),
		humidity: z.number().min(0).max(100).default(48.2).describe("Relative humidity at the start, percent."),
		wander: z
			.number()
			.min(0)
			.max(10)
			.default(0.3)
			.describe("How far both values wander about by themselves."),
	}),
	start(context) {
		const { options, random, now, after, drive, play, onLevel } = context;
		let { celsius, humidity } = options;
		const drift = new Drift(random, options.wander);
		let fellAt: number | undefined;
		let isAnswering = false;
		let isBad = false;
		const plug = { isConnected: true };
		let measuredAt = Number.NEGATIVE_INFINITY;
		let reading = dht22Bytes(humidity, celsius);
		drive("data", 1);

		const measure = () => {
			if (now() - measuredAt < measureTime) return;
			measuredAt = now();
			const inRange = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
			reading = dht22Bytes(
				inRange(humidity + drift.next(), 0, 100),
				inRange(celsius + drift.next(), -40, 80),
			);
		};
		const answer = () => {
			isAnswering = true;
			measure();
			const [first = 0, ...rest] = reading;
			const bytes = isBad ? [first ^ 1, ...rest] : reading;
			isBad = false;
			play(
				dht22Waveform(bytes, () => random.between(-2, 2)),
				() => {
					isAnswering = false;
				},
			);
		};
		onLevel("data", (level, time) => {
			if (isAnswering) return;
			const isAsked = level === 1 && fellAt !== undefined && time - fellAt >= startLow;
			fellAt = level === 0 ? time : undefined;
			if (isAsked && plug.isConnected) after(answerWait, answer);
		});

		const poll = () => {
			if (!isAnswering) {
				drive("data", 0);
				after(pollLow, () => drive("data", 1));
			}
			after(random.around(options.everySeconds * 1e6, 0.001), poll);
		};
		if (options.everySeconds > 0) after(random.between(0.3, 0.8) * 1e6, poll);
		return {
			temperature: numberControl(
				"Temperature",
				"degC",
				[-40, 80, 0.1],
				() => celsius,
				(value) => {
					celsius = value;
					drift.reset();
				},
			),
			humidity: numberControl(
				"Relative humidity",
				"%",
				[0, 100, 0.1],
				() => humidity,
				(value) => {
					humidity = value;
					drift.reset();
				},
			),
			spoil: {
				kind: "press",
				label: "Spoil the next reading's checksum",
				run: () => {
					isBad = true;
				},
			},
			connected: connectedControl(plug),
			glitch: glitchControl(context, "data"),
		};
	},
});
