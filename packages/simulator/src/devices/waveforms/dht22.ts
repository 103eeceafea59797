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
 * The sensor's answer on the single data line: low and high for 80 us each, then 40 bits whose value is the length
 * of the high part. `jitter` shifts each length, in microseconds.
 */
export function dht22Waveform(bytes: readonly number[], jitter: () => Micros = () => 0): Waveform<"data"> {
	const writer = new WaveformWriter<"data">();
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
