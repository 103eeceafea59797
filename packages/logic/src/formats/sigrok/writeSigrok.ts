import { strToU8 } from "fflate";
import { ChannelBits } from "../ChannelBits.ts";
import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { writtenRange } from "../range.ts";
import { encodeSidecar, SIDECAR } from "../sidecar.ts";
import { clockAt, markersAfter } from "../startOfRange.ts";
import { type Packed, pack, store, writeZip, type ZipMember } from "../zip/writeZip.ts";
import { formatMetadata } from "./metadata.ts";
import { type SampleChunk, sampleChunks } from "./sampleChunks.ts";
import { sampleGrid } from "./sampleGrid.ts";

/** A session of sigrok. @throws FileError when there is nothing to write, or far too much. */
export function* writeSigrok(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	yield* writeZip(members(document, options));
}

function* members(document: CaptureDocument, options: WriteOptions): Generator<ZipMember> {
	const { capture, channels } = document;
	const range = writtenRange(capture, options);
	const bits = new ChannelBits(channels);
	const grid = sampleGrid(capture, bits, range);
	const unitSize = Math.ceil(channels.length / 8);
	const names = channels.map(({ name }) => name);
	yield { name: "version", content: store(strToU8("2")) };
	yield { name: "metadata", content: pack(strToU8(formatMetadata(names, grid.rate, unitSize))) };
	const began = clockAt(document, options, grid.first);
	const sidecar = {
		version: 1 as const,
		channels: names,
		markers: markersAfter(document, grid.first),
		...(began !== undefined && { startedAt: began }),
	};
	yield { name: SIDECAR, content: pack(encodeSidecar(sidecar)) };
	yield* sampleMembers(sampleChunks(capture, bits, range, grid, unitSize));
}

/** Packs the chunks; those in which nothing changes are equal, and packed once. */
function* sampleMembers(chunks: Iterable<SampleChunk>): Generator<ZipMember> {
	const quiet = new Map<string, Packed>();
	let number = 1;
	for (const { bytes, level } of chunks) {
		const key = `${level} ${bytes.length}`;
		const content = (level === undefined ? undefined : quiet.get(key)) ?? pack(bytes);
		if (level !== undefined) quiet.set(key, content);
		yield { name: `logic-1-${number++}`, content };
	}
}
