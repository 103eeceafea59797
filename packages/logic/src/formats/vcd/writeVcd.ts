import { type CaptureRun, runsOf } from "../../capture/runs.ts";
import type { CaptureDocument, ChannelInfo, WriteOptions } from "../Format.ts";
import { formatLocalTime } from "../localTime.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { clockAt } from "../startOfRange.ts";
import { TextWriter } from "../text/TextWriter.ts";
import { timescaleFor } from "../timescale.ts";
import { microsPerTick } from "../wholeMicros.ts";
import { OWN_VERSION } from "./writers.ts";

const HASH = 0x23;
const LINE_FEED = 0x0a;
const ZERO = 0x30;
const UNKNOWN = 0x78;

/** Where the file begins: ticks of the capture, and milliseconds since 1970 where known. */
interface Start {
	readonly ticks: number;
	readonly wall: number | undefined;
}

/** What differs between our files and those of piscope. */
interface Layout {
	/** Lines before the values. */
	header(document: CaptureDocument, start: Start, timescale: string): string;
	/** The identifier of a channel, a single character. */
	readonly idOf: (channel: number) => string;
	readonly channels: (document: CaptureDocument) => number;
	/** Whether levels that are not known are written, the first ones in $dumpvars, and the end. */
	readonly isComplete: boolean;
}

/** A line each, no vectors: sigrok-cli with libsigrok 0.5.2 leaves vectors out without a word. */
const own: Layout = {
	header({ capture, channels }, { ticks, wall }, timescale) {
		const offset = (ticks - capture.origin) / capture.ticksPerMicro;
		return [
			...(wall === undefined ? [] : [`$date ${new Date(wall).toISOString()} $end`]),
			`$version ${OWN_VERSION} $end`,
			...(offset === 0 ? [] : [`$comment Time 0 is ${offset} us after the beginning of the capture. $end`]),
			`$timescale ${timescale} $end`,
			"$scope module gpio $end",
			...namesOf(channels).map(
				(name, index) => `$var wire 1 ${own.idOf(channels[index]?.channel ?? 0)} ${name} $end`,
			),
			"$upscope $end",
			"$enddefinitions $end",
			"",
		].join("\n");
	},
	idOf: (channel) => String.fromCharCode(0x21 + channel),
	channels: ({ channels }) => maskOf(channels),
	isComplete: true,
};

/** All 32 lines by their numbers, whichever were looked at, without an end, as piscope 0.8 writes them. */
const piscope: Layout = {
	header(_, { wall }, timescale) {
		return [
			// piscope always has a date; without one it is the beginning of all times.
			`$date ${formatLocalTime(wall ?? 0)} $end`,
			"$version piscope V1 $end",
			`$timescale ${timescale} $end`,
			"$scope module top $end",
			...Array.from({ length: 32 }, (_, gpio) => `$var wire 1 ${piscope.idOf(gpio)} ${gpio} $end`),
			"$upscope $end",
			"$enddefinitions $end",
			"",
		].join("\n");
	},
	idOf: (channel) => String.fromCharCode(channel < 26 ? 0x41 + channel : 0x61 + channel - 26),
	channels: () => -1,
	isComplete: false,
};

/** By the rules that sigrok-cli, PulseView and GTKWave all read: a token a line, levels at #0, a closing time. */
export function writeVcd(document: CaptureDocument, options: WriteOptions): Iterable<Uint8Array> {
	return written(document, options, own);
}

/** As piscope writes it. @throws FileError when the capture is finer than microseconds. */
export function writePiscopeVcd(document: CaptureDocument, options: WriteOptions): Iterable<Uint8Array> {
	microsPerTick(document.capture);
	return written(document, options, piscope);
}

function* written(document: CaptureDocument, options: WriteOptions, layout: Layout): Generator<Uint8Array> {
	const { capture } = document;
	const { start, end, until } = writtenRange(capture, options);
	const { text, perTick } = timescaleFor(capture.ticksPerMicro);
	const channels = layout.channels(document);
	const lines = new VcdLines(layout, (ticks) => Math.round((ticks - start) * perTick));
	const { out } = lines;
	out.text(layout.header(document, { ticks: start, wall: clockAt(document, options, start) }, text));
	let last: CaptureRun | undefined;
	let level = 0;
	for (const run of runsOf(capture, start, until)) {
		if (run.begins) {
			lines.begin(run, last, level, channels);
			level = run.level;
		}
		last = run;
		const { chunk, correction } = run;
		if (chunk === undefined) continue;
		const { offsets, levels, base } = chunk;
		const followed = run.known & channels;
		for (let at = run.first; at < run.last; at++) {
			const next = (levels[at] as number) ^ correction;
			const mask = (next ^ level) & followed;
			level = next;
			if (mask === 0) continue;
			lines.time(base + (offsets[at] as number));
			lines.levels(mask, next, -1);
			if (out.isFull) yield out.take();
		}
	}
	if (layout.isComplete) lines.end(end);
	yield out.take();
}

/** The value part of a file, line by line. */
class VcdLines {
	readonly out = new TextWriter();
	readonly #layout: Layout;
	readonly #timeOf: (ticks: number) => number;
	readonly #ids: Uint8Array;
	#time = -1;

	/** @param timeOf turns ticks of the capture into times of the file. */
	constructor(layout: Layout, timeOf: (ticks: number) => number) {
		this.#layout = layout;
		this.#timeOf = timeOf;
		this.#ids = Uint8Array.from({ length: 32 }, (_, channel) => layout.idOf(channel).charCodeAt(0));
	}

	/** What is known from here on, and what differs from the levels that the last run ended with. */
	begin(run: CaptureRun, last: CaptureRun | undefined, level: number, channels: number): void {
		const isHead = last === undefined && this.#layout.isComplete;
		const before = last?.known ?? 0;
		const differs = (run.known ^ before) | ((run.level ^ level) & run.known);
		const mask = (isHead ? -1 : differs) & channels;
		if (mask === 0) return;
		this.time(run.from);
		if (isHead) this.out.text("$dumpvars\n");
		this.levels(mask, run.level, run.known);
		if (isHead) this.out.text("$end\n");
	}

	time(ticks: number): void {
		const time = this.#timeOf(ticks);
		if (time !== this.#time) this.#write(time);
	}

	levels(mask: number, level: number, known: number): void {
		const { out } = this;
		for (let rest = mask; rest !== 0; rest &= rest - 1) {
			const channel = 31 - Math.clz32(rest & -rest);
			out.byte((known >>> channel) & 1 ? ZERO + ((level >>> channel) & 1) : UNKNOWN);
			out.byte(this.#ids[channel] as number);
			out.byte(LINE_FEED);
		}
	}

	/** The closing time; readers that count samples drop what happens at it, so that it lies behind everything else. */
	end(ticks: number): void {
		const time = this.#timeOf(ticks);
		this.#write(time > this.#time ? time : this.#timeOf(ticks + 1));
	}

	#write(time: number): void {
		this.#time = time;
		this.out.byte(HASH);
		this.out.decimal(time);
		this.out.byte(LINE_FEED);
	}
}

/** Names without white space, no two the same. */
function namesOf(channels: readonly ChannelInfo[]): string[] {
	const used = new Set<string>();
	return channels.map(({ channel, name }) => {
		const plain = name.trim().replace(/\s+/g, "_").replace(/^\$/, "_") || `D${channel}`;
		let unique = plain;
		for (let count = 2; used.has(unique); count++) unique = `${plain}_${count}`;
		used.add(unique);
		return unique;
	});
}
