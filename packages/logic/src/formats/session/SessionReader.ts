import { Capture } from "../../capture/Capture.ts";
import { formatTime } from "../../time/formatTime.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { ByteQueue } from "../zip/ByteQueue.ts";
import { decodeSessionBlock } from "./blockContent.ts";
import { decodeEnd, type SessionEnd } from "./end.ts";
import { FrameReader } from "./FrameReader.ts";
import { frameKind, SIGNATURE } from "./frame.ts";
import { decodeHead, type SessionHead } from "./head.ts";

/**
 * Reads a session. What of it is damaged becomes an unknown stretch, and what was cut off is missing; a remark tells
 * of both.
 */
export class SessionReader implements FileReader {
	readonly remarks: string[] = [];
	readonly #start = new ByteQueue();
	readonly #frames = new FrameReader({
		frame: (kind, content) => this.#take(kind, content),
		damage: () => this.#damage(),
	});
	#isSession = false;
	#head: SessionHead | undefined;
	#capture = new Capture();
	#blocks = 0;
	#isDamaged = false;
	#end: SessionEnd | undefined;

	get document(): CaptureDocument | undefined {
		if (this.#head === undefined) return undefined;
		const { channels, markers, view } = this.#head;
		return { capture: this.#capture, channels, markers, ...(view !== undefined && { view }) };
	}

	push(piece: Uint8Array): void {
		if (this.#isSession) {
			this.#frames.push(piece);
			return;
		}
		this.#start.push(piece.slice());
		const signature = this.#start.take(SIGNATURE.length);
		if (signature === undefined) return;
		if (SIGNATURE.some((byte, at) => signature[at] !== byte))
			throw new FileError("This is not a session of gpioscope.");
		this.#isSession = true;
		while (this.#start.length > 0) this.#frames.push(this.#start.takeSome(this.#start.length));
	}

	end(): CaptureDocument {
		if (!this.#isSession) throw new FileError("This is not a session of gpioscope.");
		this.#frames.end();
		const { document } = this;
		if (document === undefined || this.#head === undefined)
			throw new FileError("The file was cut off before the names of the channels.");
		if (this.#capture.isEmpty)
			throw new FileError("The file was cut off or damaged; no change of it can be read.");
		const { endTime } = this.#capture;
		if (this.#end !== undefined && this.#isDamaged) this.#tellDamage(endTime, this.#head.to);
		else if (this.#end === undefined || endTime < this.#head.to)
			this.remarks.push(
				`The file was cut off: what came after ${this.#timeText(endTime)} is missing (it went on to ${this.#timeText(this.#head.to)}).`,
			);
		const missing = (this.#end?.blocks ?? this.#blocks) - this.#blocks;
		if (missing > 0 && this.remarks.length === 0)
			this.remarks.push(
				`${missing} of the ${this.#end?.blocks} parts of the file are missing: what was in them is unknown.`,
			);
		return document;
	}

	#take(kind: number, content: Uint8Array): void {
		if (kind === frameKind.head) this.#begin(decodeHead(content));
		else if (kind === frameKind.block) this.#append(content);
		else if (kind === frameKind.end) this.#end = decodeEnd(content);
	}

	#begin(head: SessionHead): void {
		if (this.#head !== undefined) throw new FileError("The session has two heads: two files were joined.");
		this.#head = head;
		this.#capture = new Capture({ limit: Number.POSITIVE_INFINITY, ticksPerMicro: head.ticksPerMicro });
	}

	#append(content: Uint8Array): void {
		if (this.#head === undefined) throw headDamaged();
		const block = decodeSessionBlock(content);
		const { anchor } = this.#head;
		const before = this.#capture.isEmpty ? this.#head.from : this.#capture.endTime;
		if (block.baseTime < before)
			throw new FileError(`Time goes back (${block.baseTime} after ${before}).`, `Block ${this.#blocks + 1}`);
		if (this.#isDamaged) this.#tellDamage(before, block.baseTime);
		this.#isDamaged = false;
		this.#capture.append({
			...block,
			target: 0,
			epoch: 1,
			number: this.#blocks++,
			...(anchor && { anchor }),
		});
	}

	#damage(): void {
		if (this.#head === undefined) throw headDamaged();
		this.#isDamaged = true;
	}

	#tellDamage(from: number, to: number): void {
		this.remarks.push(
			`A part of the file is damaged: from ${this.#timeText(from)} to ${this.#timeText(to)} nothing is known.`,
		);
	}

	/** A moment, from the beginning of the capture. */
	#timeText(ticks: number): string {
		const { from = 0, ticksPerMicro = 1 } = this.#head ?? {};
		return formatTime((ticks - from) / ticksPerMicro, { resolution: Math.min(1, 1 / ticksPerMicro) });
	}
}

function headDamaged(): FileError {
	return new FileError("The head of the session, with the names of its channels, is damaged.");
}
