import type { Micros } from "../Device.ts";
import { type Waveform, WaveformWriter } from "./Waveform.ts";

/** The five bytes a DHT22 answers with: humidity and temperature in tenths, sign in the top bit, checksum. */
export function dht22Bytes(humidity: number, temperature: number): number[] {
	const humid = Math.round(humidity * 10);
	const warm = Math.round(Math.abs(temperature) * 10);
	const bytes = [humid >> 8, humid & 0xff, (warm >> 8) | (temperature < 0 ? 0x80 : 0), warm & 0xff];
	return [...bytes, bytes.reduce((sum, byte) => sum + byte, 0) & 0xff];
}

/**
 * One reading on the single data line: the host pulls it low for `startMicros`, the sensor answers and sends 40
 * bits whose value is the length of the high part. `jitter` shifts each length of the sensor, in microseconds.
 */
export function dht22Waveform(
	bytes: readonly number[],
	startMicros: Micros,
	jitter: () => Micros = () => 0,
): Waveform<"data"> {
	const writer = new WaveformWriter<"data">();
	writer.set("data", 1).hold("data", 0, startMicros).hold("data", 1, 30);
	writer.hold("data", 0, 80 + jitter()).hold("data", 1, 80 + jitter());
	for (const byte of bytes) {
		for (let i = 7; i >= 0; i--) {
			writer.hold("data", 0, 50 + jitter()).hold("data", 1, ((byte >> i) & 1 ? 70 : 26) + jitter());
		}
	}
	return writer
		.hold("data", 0, 50 + jitter())
		.set("data", 1)
		.finish();
}
