import { type Waveform, WaveformWriter } from "./Waveform.ts";

/** How a UART sends its characters. */
export interface UartFormat {
	/** Bits a second. */
	readonly baud: number;
	/** 5 to 8. */
	readonly dataBits: number;
	readonly parity: "none" | "even" | "odd";
	/** 1 or 2. */
	readonly stopBits: number;
}

/** The line of a UART sending bytes back to back: idle high, start bit low, least significant bit first. */
export function uartWaveform(bytes: Uint8Array, format: UartFormat): Waveform<"data"> {
	const bit = 1e6 / format.baud;
	const writer = new WaveformWriter<"data">();
	writer.set("data", 1);
	for (const byte of bytes) {
		writer.hold("data", 0, bit);
		let ones = 0;
		for (let i = 0; i < format.dataBits; i++) {
			const level = (byte >> i) & 1 ? 1 : 0;
			ones += level;
			writer.hold("data", level, bit);
		}
		if (format.parity !== "none") {
			const even = ones % 2 === 0;
			writer.hold("data", even === (format.parity === "even") ? 0 : 1, bit);
		}
		writer.hold("data", 1, bit * format.stopBits);
	}
	return writer.finish();
}
