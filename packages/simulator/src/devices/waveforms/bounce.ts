import type { Level } from "../Device.ts";
import type { Random } from "../Random.ts";
import { type Waveform, WaveformWriter } from "./Waveform.ts";

/**
 * A mechanical contact going to `level`: it touches, springs back some times for ever shorter moments, and rests
 * after about `micros`. Ends at the level it went to.
 */
export function bounceWaveform(level: Level, micros: number, random: Random): Waveform<"contact"> {
	const writer = new WaveformWriter<"contact">();
	writer.set("contact", level);
	const other: Level = level === 1 ? 0 : 1;
	let away = micros * random.between(0.05, 0.15);
	while (writer.time < micros && away > 4) {
		writer.wait(random.around(micros * 0.12, 0.8));
		writer.hold("contact", other, away).set("contact", level);
		away *= random.between(0.45, 0.95);
	}
	return writer.finish();
}
