import { encodeText } from "@gpioscope/protocol";
import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { clockAt } from "../startOfRange.ts";
import { type Instants, instantsOf, waveLetter } from "./instants.ts";
import type { OwnTimes } from "./ownTimes.ts";

/** Above this a file of text columns is no use to anybody. */
const MOST_CHANGES = 1_000_000;
/** With an even grid a file may have so many columns for each change, and at least so many. */
const COLUMNS_PER_CHANGE = 4;
const ALWAYS_EVEN = 2000;

/**
 * Waves of which a column is a moment at which something changes, "." for what stays as it was. Where few columns more
 * make them evenly spaced, they are, as others expect; how long the columns are is told besides, for reading them back.
 */
export function* writeWaveJson(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels } = document;
	const range = writtenRange(capture, options);
	const remedy = "Choose a shorter stretch, or write VCD.";
	const instants = instantsOf(capture, maskOf(channels), range, MOST_CHANGES, remedy);
	const end = range.end - range.start;
	const step = evenStep([...instants.times, end]);
	const columns = Math.floor(end / step) + 1;
	const isEven =
		columns <= Math.max(ALWAYS_EVEN, COLUMNS_PER_CHANGE * instants.times.length) && areApart(instants);
	const wall = clockAt(document, options, range.start);
	const times: OwnTimes = {
		ticksPerMicro: capture.ticksPerMicro,
		end,
		...(isEven ? { step } : { times: instants.times }),
		...(wall !== undefined && { start: new Date(wall).toISOString() }),
	};
	yield encodeText('{ "signal": [\n');
	for (const [place, { channel, name }] of channels.entries()) {
		const wave = isEven ? evenWave(instants, channel, step, columns) : changesWave(instants, channel);
		const separator = place === channels.length - 1 ? "" : ",";
		yield encodeText(`  ${JSON.stringify({ name, wave })}${separator}\n`);
	}
	yield encodeText(`], "gpioscope": ${JSON.stringify(times)} }\n`);
}

/** The longest step that all times are multiples of, at least 1. */
function evenStep(times: readonly number[]): number {
	let step = 0;
	for (const time of times) {
		let rest = time;
		while (rest !== 0) [step, rest] = [rest, step % rest];
	}
	return Math.max(1, step);
}

/** Whether no two of them are at the same time. */
function areApart({ times }: Instants): boolean {
	return times.every((time, index) => index === 0 || time > (times[index - 1] as number));
}

function changesWave(instants: Instants, channel: number): string {
	return instants.times.map((_, index) => waveLetter(instants, index, channel)).join("");
}

function evenWave(instants: Instants, channel: number, step: number, columns: number): string {
	let wave = "";
	for (const [index, time] of instants.times.entries())
		wave = wave.padEnd(time / step, ".") + waveLetter(instants, index, channel);
	return wave.padEnd(columns, ".");
}
