import { strFromU8 } from "fflate";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { decodeSidecar, SIDECAR, type Sidecar } from "../sidecar.ts";
import { joinBytes } from "../zip/ByteQueue.ts";
import type { ZipSink } from "../zip/MemberReader.ts";
import { ZipReader } from "../zip/ZipReader.ts";
import { parseMetadata, type SigrokMetadata } from "./metadata.ts";
import { SampleScanner } from "./SampleScanner.ts";
import { type SampleClock, sampleClock } from "./sampleClock.ts";

/** Channels of a capture. */
const MOST_CHANNELS = 32;
/** What a small member may hold at most. */
const LARGEST_TEXT = 2 ** 24;

/** Reads a session of sigrok (srzip version 1 or 2): a zip of metadata and samples. */
export class SigrokReader implements FileReader {
	readonly remarks: string[] = [];
	readonly #zip = new ZipReader({
		open: (name) => this.#open(name),
		compare: (a, b) => rankOf(a) - rankOf(b),
	});
	#metadata: SigrokMetadata | undefined;
	#sidecar: Sidecar | undefined;
	#samples: Samples | undefined;
	#nextChunk = 1;
	/** The members that wait are read now, in the right order. */
	#isLast = false;

	get document(): CaptureDocument | undefined {
		const metadata = this.#metadata;
		const samples = this.#samples;
		if (metadata === undefined || samples === undefined) return undefined;
		const names = metadata.names.slice(0, MOST_CHANNELS);
		return {
			capture: samples.builder.capture,
			channels: names.flatMap((name, channel) => (name === undefined ? [] : [{ channel, name }])),
			markers: this.#sidecar?.markers ?? [],
		};
	}

	push(piece: Uint8Array): void {
		this.#zip.push(piece);
		this.#samples?.show();
	}

	end(): CaptureDocument {
		this.#isLast = true;
		this.#zip.end();
		if (this.#metadata === undefined)
			throw new FileError("The zip has no member metadata: it is no session of sigrok.");
		const { document } = this;
		if (document === undefined || this.#samples === undefined)
			throw new FileError(`The zip has no samples (${this.#metadata.captureFile}).`);
		this.#samples.end();
		return document;
	}

	#open(name: string): ZipSink | "later" | undefined {
		if (name === "version") return textSink(name, (text) => checkVersion(text));
		if (name === "metadata") return textSink(name, (text) => this.#begin(parseMetadata(text)));
		if (name === SIDECAR) return bytesSink(name, (bytes) => this.#takeSidecar(bytes));
		if (!/^logic-/.test(name)) return undefined;
		if (this.#metadata === undefined) return this.#isLast ? undefined : "later";
		const { captureFile } = this.#metadata;
		const chunk = name === captureFile ? 1 : numberOf(name, captureFile);
		if (chunk === undefined) return undefined;
		if (chunk !== this.#nextChunk) {
			if (!this.#isLast) return "later";
			throw new FileError(`The samples before it (${captureFile}-${this.#nextChunk}) are missing.`, name);
		}
		this.#nextChunk++;
		this.#samples ??= this.#beginSamples(this.#metadata);
		const { scanner } = this.#samples;
		return { push: (bytes) => scanner.push(bytes), end: () => {} };
	}

	#begin(metadata: SigrokMetadata): void {
		this.#metadata = metadata;
		const { names, analogChannels, otherDevices, rate } = metadata;
		if (names.length > MOST_CHANNELS)
			this.remarks.push(`The file has ${names.length} channels; the first ${MOST_CHANNELS} are shown.`);
		if (analogChannels > 0) this.remarks.push(`Analog channels are left out (${analogChannels}).`);
		if (otherDevices > 0) this.remarks.push(`Only the first of ${otherDevices + 1} captures is shown.`);
		if (rate === undefined)
			this.remarks.push("The file does not say its sample rate: a sample is shown as 1 µs.");
	}

	#beginSamples({ unitSize, names, rate = 1e6 }: SigrokMetadata): Samples {
		const clock = sampleClock(rate);
		if (!clock.isExact) {
			const unit = clock.ticksPerMicro === 1e3 ? "nanoseconds" : "picoseconds";
			this.remarks.push(`Samples at ${rate} Hz do not fall on whole ${unit}; their times are rounded.`);
		}
		const known = names
			.slice(0, MOST_CHANNELS)
			.reduce((mask, name, at) => (name === undefined ? mask : mask | (1 << at)), 0);
		return new Samples(unitSize, clock, known >>> 0, this.#sidecar?.startedAt);
	}

	#takeSidecar(bytes: Uint8Array): void {
		try {
			this.#sidecar = decodeSidecar(bytes);
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			this.remarks.push(`Markers could not be read. ${error.message}`);
		}
	}
}

/** Fills a capture with samples. */
class Samples {
	readonly builder: CaptureBuilder;
	readonly scanner: SampleScanner;
	readonly #clock: SampleClock;

	constructor(unitSize: number, clock: SampleClock, known: number, startedAt: number | undefined) {
		const { ticksPerMicro } = clock;
		const builder = new CaptureBuilder({
			ticksPerMicro,
			anchor: startedAt === undefined ? undefined : { time: 0, wall: startedAt },
		});
		this.builder = builder;
		this.#clock = clock;
		this.scanner = new SampleScanner(unitSize, (sample, word) => {
			if (sample === 0) builder.begin(0, word & known, known);
			else builder.change(clock.timeOf(sample), word);
		});
	}

	/** Shows what came. */
	show(): void {
		if (this.scanner.samples > 0) this.builder.flush(this.#clock.timeOf(this.scanner.samples - 1));
	}

	/** @throws FileError when there is no sample, or only a part of one. */
	end(): void {
		if (this.scanner.samples === 0) throw new FileError("The file has no samples.");
		if (this.scanner.left > 0)
			throw new FileError(`The last sample is cut off: ${this.scanner.left} bytes of it are there.`);
		this.show();
	}
}

/** The number of a chunk of samples, from 1. */
function numberOf(name: string, captureFile: string): number | undefined {
	if (!name.startsWith(`${captureFile}-`)) return undefined;
	const digits = name.slice(captureFile.length + 1);
	return /^[1-9]\d*$/.test(digits) ? Number(digits) : undefined;
}

/** Where a member comes when all are there: what others need first, then the samples by number. */
function rankOf(name: string): number {
	if (!name.startsWith("logic-")) return name === "metadata" ? -1 : -2;
	return Number(/(\d+)$/.exec(name)?.[1] ?? 0);
}

function checkVersion(text: string): void {
	const version = text.trim();
	if (version !== "1" && version !== "2")
		throw new FileError(
			`Sessions of version "${version.slice(0, 20)}" are unknown; 1 and 2 can be read.`,
			"version",
		);
}

function textSink(name: string, take: (text: string) => void): ZipSink {
	return bytesSink(name, (bytes) => take(strFromU8(bytes)));
}

function bytesSink(name: string, take: (bytes: Uint8Array) => void): ZipSink {
	const pieces: Uint8Array[] = [];
	let length = 0;
	return {
		push: (bytes) => {
			length += bytes.length;
			if (length > LARGEST_TEXT) throw new FileError("It is far too long.", name);
			pieces.push(bytes);
		},
		end: () => take(joinBytes(pieces)),
	};
}
