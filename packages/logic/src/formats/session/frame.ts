import { crc32 } from "@gpioscope/protocol";
import { deflateSync } from "fflate";

/** A session begins with these bytes, which a transfer as text would damage. */
export const SIGNATURE = Uint8Array.of(0x89, 0x67, 0x70, 0x73, 0x53, 0x0d, 0x0a, 0x1a);

/** What a frame holds. Readers pass over kinds they do not know. */
export const frameKind = { head: 1, block: 2, end: 3 } as const;
export type FrameKind = (typeof frameKind)[keyof typeof frameKind];

/** The header of a frame, little endian; the packed content follows it. */
export const frameHeader = {
	/** "gpsF" */
	magic: 0,
	/** CRC-32 of everything after this field, the packed content included. */
	checksum: 4,
	kind: 8,
	/** 0: as it is; 1: deflated. */
	packing: 9,
	/** Bytes of the packed content. */
	length: 12,
	/** Bytes of the content. */
	size: 16,
	bytes: 20,
} as const;

export const FRAME_MAGIC = 0x46737067;
export const CHECKED_FROM = frameHeader.kind;
/** No frame is longer, so that a damaged length is noticed before it is waited for. */
export const LONGEST_FRAME = 2 ** 26;

/** Content that is not worth deflating, in bytes. */
const SHORT = 256;
/** fflate packs changes at 3 about as well as at 6, in a third of the time. */
const LEVEL = 3;

/** A frame as bytes. @throws RangeError when it is too long to be read again. */
export function encodeFrame(kind: FrameKind, content: Uint8Array): Uint8Array {
	if (content.length > LONGEST_FRAME) throw new RangeError(`A frame of ${content.length} bytes is too long.`);
	const deflated = content.length < SHORT ? content : deflateSync(content, { level: LEVEL });
	const isSmaller = deflated.length < content.length;
	const packed = isSmaller ? deflated : content;
	const bytes = new Uint8Array(frameHeader.bytes + packed.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(frameHeader.magic, FRAME_MAGIC, true);
	view.setUint8(frameHeader.kind, kind);
	view.setUint8(frameHeader.packing, isSmaller ? 1 : 0);
	view.setUint32(frameHeader.length, packed.length, true);
	view.setUint32(frameHeader.size, content.length, true);
	bytes.set(packed, frameHeader.bytes);
	view.setUint32(frameHeader.checksum, crc32(bytes, CHECKED_FROM), true);
	return bytes;
}
