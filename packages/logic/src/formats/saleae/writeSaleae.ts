import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { encodeSidecar, SIDECAR } from "../sidecar.ts";
import { clockAt, markersAfter } from "../startOfRange.ts";
import { pack, writeZip, type ZipMember } from "../zip/writeZip.ts";
import {
	COUNT_BYTES,
	fileHeader,
	IDENTIFIER,
	type Stretch,
	stretchHeader,
	TRANSITION_BYTES,
	TYPE_DIGITAL,
	wideStretchHeader,
} from "./layout.ts";
import { lineStretches } from "./lineStretches.ts";

/** A zip with a file for each channel, as Logic 2 exports a folder of them. @throws FileError without a channel. */
export function* writeSaleae(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	yield* writeZip(members(document, options));
}

function* members(document: CaptureDocument, options: WriteOptions): Generator<ZipMember> {
	const { capture, channels } = document;
	maskOf(channels);
	const range = writtenRange(capture, options);
	const perSecond = capture.ticksPerMicro * 1e6;
	for (const { channel } of channels) {
		const stretches = lineStretches(capture, channel, range);
		const toSeconds = (tick: number) => (tick - range.start) / perSecond;
		// Only version 1 can say that a line was not known for a while.
		const [first] = stretches;
		const isWhole = stretches.length === 1 && first?.begin === range.start && first.end === range.end;
		const file =
			isWhole && first ? encodeWhole(first, toSeconds) : encodeStretches(stretches, toSeconds, perSecond);
		yield { name: `digital_${channel}.bin`, content: pack(file) };
	}
	const startedAt = clockAt(document, options, range.start);
	const sidecar = encodeSidecar({
		version: 1,
		channels: channels.map(({ name }) => name),
		markers: markersAfter(document, range.start),
		...(startedAt !== undefined && { startedAt }),
	});
	yield { name: SIDECAR, content: pack(sidecar) };
}

type ToSeconds = (tick: number) => number;

function encodeWhole(stretch: Stretch, toSeconds: ToSeconds): Uint8Array {
	const { bytes, view } = file(0, stretchHeader.bytes + stretch.times.length * TRANSITION_BYTES);
	putStretch(view, fileHeader.bytes, stretchHeader, stretch, toSeconds);
	return bytes;
}

function encodeStretches(stretches: readonly Stretch[], toSeconds: ToSeconds, rate: number): Uint8Array {
	const length = stretches.reduce(
		(sum, { times }) => sum + wideStretchHeader.bytes + times.length * TRANSITION_BYTES,
		COUNT_BYTES,
	);
	const { bytes, view } = file(1, length);
	view.setBigUint64(fileHeader.bytes, BigInt(stretches.length), true);
	let at = fileHeader.bytes + COUNT_BYTES;
	for (const stretch of stretches) {
		view.setFloat64(at + wideStretchHeader.rate, rate, true);
		at = putStretch(view, at, wideStretchHeader, stretch, toSeconds);
	}
	return bytes;
}

function file(version: number, length: number): { bytes: Uint8Array; view: DataView } {
	const bytes = new Uint8Array(fileHeader.bytes + length);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < IDENTIFIER.length; at++) bytes[at] = IDENTIFIER.charCodeAt(at);
	view.setInt32(fileHeader.version, version, true);
	view.setInt32(fileHeader.type, TYPE_DIGITAL, true);
	return { bytes, view };
}

/** Returns where it ends. */
function putStretch(
	view: DataView,
	at: number,
	layout: typeof stretchHeader | typeof wideStretchHeader,
	{ level, begin, end, times }: Stretch,
	toSeconds: ToSeconds,
): number {
	view.setUint32(at + layout.level, level, true);
	view.setFloat64(at + layout.begin, toSeconds(begin), true);
	view.setFloat64(at + layout.end, toSeconds(end), true);
	view.setBigUint64(at + layout.count, BigInt(times.length), true);
	let place = at + layout.bytes;
	for (const time of times) {
		view.setFloat64(place, toSeconds(time), true);
		place += TRANSITION_BYTES;
	}
	return place;
}
