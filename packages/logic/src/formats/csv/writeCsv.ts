import { runsOf } from "../../capture/runs.ts";
import type { CaptureDocument, ChannelInfo, WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { TextWriter } from "../text/TextWriter.ts";
import { timescaleFor } from "../timescale.ts";

const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * A row for each change: the time in seconds after the beginning, with as many decimals as the capture's clock has, then
 * 0, 1 or nothing (not known) for each channel. The last row says when the capture ended.
 */
export function* writeCsv(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels } = document;
	const { start, end, until } = writtenRange(capture, options);
	const mask = maskOf(channels);
	const { perMicro, perTick } = timescaleFor(capture.ticksPerMicro);
	const decimals = 6 + Math.round(Math.log10(perMicro));
	const perSecond = 10 ** decimals;
	const out = new TextWriter();
	const cells = new Cells(channels);
	let lastTime = -1;
	const row = (ticks: number) => {
		const time = Math.round((ticks - start) * perTick);
		const seconds = Math.floor(time / perSecond);
		out.decimal(seconds);
		out.byte(POINT);
		out.decimal(time - seconds * perSecond, decimals);
		out.bytes(cells.bytes);
		lastTime = ticks;
	};

	out.text(`${["Time [s]", ...channels.map(({ name }) => quoted(name))].join(",")}\n`);
	for (const { from, begins, known, level, correction, chunk, first, last } of runsOf(
		capture,
		start,
		until,
	)) {
		if (begins) {
			cells.begin(level, known);
			row(from);
		}
		if (chunk === undefined) continue;
		const { offsets, levels, base } = chunk;
		const followed = known & mask;
		let before = level;
		for (let at = first; at < last; at++) {
			const next = (levels[at] as number) ^ correction;
			const changed = (next ^ before) & followed;
			before = next;
			if (changed === 0) continue;
			cells.change(changed, next);
			row(base + (offsets[at] as number));
			if (out.isFull) yield out.take();
		}
	}
	if (lastTime < end) row(end);
	yield out.take();
}

/** The part of a row behind its time. */
class Cells {
	bytes = new Uint8Array(0);
	readonly #channels: readonly ChannelInfo[];
	/** Where in the row the level of a channel stands. */
	readonly #places = new Int32Array(32);

	constructor(channels: readonly ChannelInfo[]) {
		this.#channels = channels;
	}

	begin(level: number, known: number): void {
		const row: number[] = [];
		for (const { channel } of this.#channels) {
			row.push(COMMA);
			if (((known >>> channel) & 1) === 0) continue;
			this.#places[channel] = row.length;
			row.push(ZERO + ((level >>> channel) & 1));
		}
		row.push(LINE_FEED);
		this.bytes = Uint8Array.from(row);
	}

	change(changed: number, level: number): void {
		for (let rest = changed; rest !== 0; rest &= rest - 1) {
			const channel = 31 - Math.clz32(rest & -rest);
			this.bytes[this.#places[channel] as number] = ZERO + ((level >>> channel) & 1);
		}
	}
}

function quoted(name: string): string {
	return /[",;\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
