import type { Micros } from "../Device.ts";
import { type Waveform, WaveformWriter } from "./Waveform.ts";

/** The 562.5 us every NEC length is a multiple of. */
const unit = 562.5;

/** How far one length is from its nominal value, as a factor; receivers stretch marks and shorten spaces. */
export type Distortion = () => number;

const exact: Distortion = () => 1;

/**
 * A key press of an NEC remote as a demodulating receiver shows it: idle high, each mark low. Address and command
 * (0 to 255) are each followed by their complement, least significant bit first.
 */
export function necWaveform(address: number, command: number, distortion = exact): Waveform<"data"> {
	const writer = begin(16 * unit, 8 * unit, distortion);
	for (const byte of [address, ~address, command, ~command]) {
		for (let i = 0; i < 8; i++) {
			mark(writer, unit, distortion).hold("data", 1, ((byte >> i) & 1 ? 3 : 1) * unit * distortion());
		}
	}
	return finish(writer, distortion);
}

/** What the remote sends each 108 ms while the key is held. */
export function necRepeatWaveform(distortion = exact): Waveform<"data"> {
	return finish(begin(16 * unit, 4 * unit, distortion), distortion);
}

function begin(markLength: Micros, spaceLength: Micros, distortion: Distortion): WaveformWriter<"data"> {
	const writer = new WaveformWriter<"data">().set("data", 1);
	return mark(writer, markLength, distortion).hold("data", 1, spaceLength * distortion());
}

function mark(writer: WaveformWriter<"data">, length: Micros, distortion: Distortion) {
	return writer.hold("data", 0, length * distortion());
}

function finish(writer: WaveformWriter<"data">, distortion: Distortion): Waveform<"data"> {
	return mark(writer, unit, distortion).set("data", 1).finish();
}
