import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { type WrittenRange, writtenRange } from "../range.ts";
import { clockAt } from "../startOfRange.ts";
import { encodeSessionBlock } from "./blockContent.ts";
import { encodeEnd } from "./end.ts";
import { encodeFrame, frameKind, SIGNATURE } from "./frame.ts";
import { encodeHead, SESSION_VERSION } from "./head.ts";
import { sessionBlocks } from "./sessionBlocks.ts";

/** A session: everything that is known of a capture and how it was shown. @throws FileError when nothing is there. */
export function* writeSession(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels, markers = [], view } = document;
	const mask = maskOf(channels);
	const range = writtenRange(capture, options);
	yield SIGNATURE.slice();
	const anchor = anchorOf(document, options, range);
	const head = encodeHead({
		version: SESSION_VERSION,
		ticksPerMicro: capture.ticksPerMicro,
		from: range.start,
		to: range.end,
		channels,
		markers,
		...(anchor && { anchor }),
		...(view !== undefined && { view }),
	});
	yield encodeFrame(frameKind.head, head);
	let blocks = 0;
	let changes = 0;
	for (const block of sessionBlocks(capture, mask, range)) {
		yield encodeFrame(frameKind.block, encodeSessionBlock(block));
		blocks++;
		changes += block.count;
	}
	yield encodeFrame(frameKind.end, encodeEnd({ blocks, changes }));
}

function anchorOf(document: CaptureDocument, options: WriteOptions, { start }: WrittenRange) {
	if (document.capture.anchor) return document.capture.anchor;
	const wall = clockAt(document, options, start);
	return wall === undefined ? undefined : { time: start, wall };
}
