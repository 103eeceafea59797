import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { dht22Bytes, dht22Waveform } from "./waveforms/dht22.ts";

/** A thermometer and hygrometer that another program reads. */
export const dht22 = defineDevice({
	kind: "dht22",
	summary: "A DHT22 thermometer and hygrometer on its data line, read by another controller.",
	pins: { data: { text: "data; a resistor pulls it high" } },
	options: z.strictObject({
		everySeconds: z.number().min(2).default(2).describe("Time from one reading to the next."),
		celsius: z.number().min(-40).max(80).default(23.4).describe("Temperature at the start."),
		humidity: z.number().min(0).max(100).default(48.2).describe("Relative humidity at the start, percent."),
	}),
	start({ options, random, after, drive, play }) {
		let { celsius, humidity } = options;
		drive("data", 1);
		const walk = (value: number, step: number, low: number, high: number) =>
			Math.min(high, Math.max(low, value + random.between(-step, step)));
		const read = () => {
			celsius = walk(celsius, 0.1, -40, 80);
			humidity = walk(humidity, 0.3, 0, 100);
			play(dht22Waveform(dht22Bytes(humidity, celsius), 1100, () => random.between(-2, 2)));
			after(random.around(options.everySeconds * 1e6, 0.001), read);
		};
		after(random.between(0.3, 0.8) * 1e6, read);
		return undefined;
	},
});
