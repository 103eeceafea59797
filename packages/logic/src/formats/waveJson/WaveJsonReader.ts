import { decodeText } from "@gpioscope/protocol";
import JSON5 from "json5";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { type OwnTimes, readOwnTimes } from "./ownTimes.ts";
import { isLine, type Signal, type SignalStep, signalsOf, stepsOf } from "./signals.ts";

/** Larger files are no figures any more; they must be read as a whole. */
const MOST_BYTES = 256e6;
const CHANNELS = 32;
/** What a column of others is taken for: a microsecond, in nanoseconds, as clocks and phases have parts of columns. */
const foreign = { ticksPerMicro: 1000, step: 1000 };

/** Reads WaveJSON, our own and others', also as WaveDrom's editor writes it (JSON5). */
export class WaveJsonReader implements FileReader {
	document: CaptureDocument | undefined;
	readonly remarks: string[] = [];
	readonly #pieces: Uint8Array[] = [];
	#length = 0;

	push(piece: Uint8Array): void {
		this.#length += piece.length;
		if (this.#length > MOST_BYTES) throw new FileError("WaveJSON above 256 MB is not read.");
		this.#pieces.push(piece.slice());
	}

	end(): CaptureDocument {
		const bytes = new Uint8Array(this.#length);
		let at = 0;
		for (const piece of this.#pieces) {
			bytes.set(piece, at);
			at += piece.length;
		}
		this.#pieces.length = 0;
		// sigrok-cli 0.7 begins what it converts with "META samplerate: 1000000".
		const content = parse(decodeText(bytes).replace(/^META .*\n/, ""));
		const signals = this.#choose(signalsOf(content));
		const own = readOwnTimes((content as { gpioscope?: unknown }).gpioscope);
		if (own === undefined)
			this.remarks.push("The file does not say how long a column lasts: each is read as 1 µs.");
		this.document = {
			capture: fill(signals, own),
			channels: signals.map(({ name }, channel) => ({ channel, name: name || `Channel ${channel}` })),
		};
		return this.document;
	}

	#choose(signals: readonly Signal[]): Signal[] {
		const lines = signals.filter(isLine);
		const others = signals.filter((signal) => !isLine(signal));
		if (others.length > 0)
			this.remarks.push(
				`Left out, being no digital lines: ${others.map(({ name }) => name || "unnamed").join(", ")}.`,
			);
		if (lines.length === 0) throw new FileError("It has no digital line.");
		if (lines.length > CHANNELS)
			this.remarks.push(
				`A capture has ${CHANNELS} channels. Left out for want of room: ${lines
					.slice(CHANNELS)
					.map(({ name }) => name)
					.join(", ")}.`,
			);
		return lines.slice(0, CHANNELS);
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// People write names without quotes, comments and commas at the end.
		try {
			return JSON5.parse(text);
		} catch (error) {
			const { lineNumber } = error as { lineNumber?: number };
			const reason = error instanceof Error ? error.message.replace(/^JSON5: /, "") : String(error);
			throw new FileError(`It is no JSON: ${reason}.`, lineNumber === undefined ? "" : `Line ${lineNumber}`);
		}
	}
}

function fill(signals: readonly Signal[], own: OwnTimes | undefined) {
	const {
		ticksPerMicro,
		step = 1,
		times,
	}: Pick<OwnTimes, "ticksPerMicro" | "step" | "times"> = own ?? foreign;
	const ticksOf = (column: number) => times?.[column] ?? Math.round(column * step);
	const columns = Math.max(...signals.map(({ wave, period, phase }) => wave.length * period - phase));
	const end = own?.end ?? ticksOf(columns);
	const anchor = own?.start === undefined ? undefined : { time: 0, wall: Date.parse(own.start) };
	const builder = new CaptureBuilder({ ticksPerMicro, ...(anchor && { anchor }) });
	const events = signals
		.flatMap((signal, channel) => stepsOf(signal).map((change) => ({ change, mask: 1 << channel })))
		// Steps of one column stay in the order of the columns: pulses without length are in columns of their own.
		.sort((a, b) => a.change[0] - b.change[0]);
	let level = 0;
	let known = 0;
	let hasBegun = false;
	for (let at = 0; at < events.length; ) {
		const column = (events[at] as { change: SignalStep }).change[0];
		for (; at < events.length && events[at]?.change[0] === column; at++) {
			const { change, mask } = events[at] as { change: SignalStep; mask: number };
			known = change[1] < 0 ? known & ~mask : known | mask;
			level = change[1] === 1 ? level | mask : level & ~mask;
		}
		const time = ticksOf(column);
		if (!hasBegun) builder.begin(time, level >>> 0, known >>> 0);
		else if (time < builder.time)
			throw new FileError(`Time goes back (${time} after ${builder.time}).`, `Column ${column}`);
		else if ((known ^ builder.known) !== 0) builder.know(time, level >>> 0, known >>> 0);
		else builder.change(time, level >>> 0);
		hasBegun = true;
	}
	if (!hasBegun) builder.begin(0, 0, 0);
	const last = Math.max(end, builder.time);
	if (!Number.isSafeInteger(last)) throw new FileError(`Time ${last} is beyond what can be counted exactly.`);
	builder.flush(last);
	return builder.capture;
}
