import { encodeText } from "@gpioscope/protocol";
import { formatSpan } from "../../time/formatTime.ts";
import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { type Instants, instantsOf, waveLetter } from "./instants.ts";

/** More do not fit on a page, and WaveDrom takes seconds for them. */
const MOST_CHANGES = 250;
/** Longest stretch without a change, in columns, before it is cut short with a gap. */
const LONGEST = 8;

/**
 * A figure for WaveDrom: every change begins a column, so that no pulse is lost, and stretches without one are about as
 * long as they are, up to where they are cut short by a gap.
 */
export function* writeWaveDrom(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels } = document;
	const range = writtenRange(capture, options);
	const remedy = `A figure holds ${MOST_CHANGES}: choose a shorter stretch.`;
	const instants = instantsOf(capture, maskOf(channels), range, MOST_CHANGES, remedy);
	const stretches = stretchesOf([...instants.times, range.end - range.start + 1]);
	const column = columnOf(stretches);
	const lengths = stretches.map((stretch) =>
		Math.max(1, Math.min(LONGEST + 1, Math.round(stretch / column))),
	);
	const shown = (ticks: number) =>
		formatSpan(ticks / capture.ticksPerMicro, { resolution: 1 / capture.ticksPerMicro });
	const figure = {
		signal: channels.map(({ channel, name }) => ({ name, wave: wave(instants, lengths, channel) })),
		config: { hscale: 1, skin: "narrow" },
		head: { text: shown(range.end - range.start) },
		foot: { text: `a column is about ${shown(column)}` },
	};
	yield encodeText(`${JSON.stringify(figure, null, "\t")}\n`);
}

/** Ticks between each two times. */
function stretchesOf(times: readonly number[]): number[] {
	return times.slice(1).map((time, index) => time - (times[index] as number));
}

/** How many ticks a column stands for, where it stands for any: half of the stretches are two columns or more. */
function columnOf(stretches: readonly number[]): number {
	const middle = [...stretches].sort((a, b) => a - b)[stretches.length >> 1] ?? 1;
	return Math.max(1, middle / 2);
}

function wave(instants: Instants, lengths: readonly number[], channel: number): string {
	return lengths
		.map((length, index) => {
			const letter = waveLetter(instants, index, channel);
			return length > LONGEST ? `${letter.padEnd(length - 2, ".")}|.` : letter.padEnd(length, ".");
		})
		.join("");
}
