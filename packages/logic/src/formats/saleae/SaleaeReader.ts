import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { decodeSidecar, SIDECAR, type Sidecar } from "../sidecar.ts";
import { ByteQueue, joinBytes } from "../zip/ByteQueue.ts";
import { firstMember } from "../zip/firstMember.ts";
import { ZipReader } from "../zip/ZipReader.ts";
import { localHeader } from "../zip/zipLayout.ts";
import { LineReader } from "./LineReader.ts";
import { type Line, mergeLines } from "./mergeLines.ts";

const MOST_CHANNELS = 32;
const LARGEST_SIDECAR = 2 ** 24;

interface NamedLine {
	/** The file's name, without its folder. */
	readonly name: string;
	readonly reader: LineReader;
}

/** Reads the file of one line, or a zip of several. What is in it can be shown when all of it is read. */
export class SaleaeReader implements FileReader {
	readonly remarks: string[] = [];
	readonly #name: string;
	readonly #start = new ByteQueue();
	readonly #lines: NamedLine[] = [];
	#zip: ZipReader | undefined;
	#sidecar: Sidecar | undefined;
	#document: CaptureDocument | undefined;

	constructor(name: string) {
		this.#name = name;
	}

	get document(): CaptureDocument | undefined {
		return this.#document;
	}

	push(piece: Uint8Array): void {
		if (this.#zip === undefined && this.#lines.length === 0) {
			this.#start.push(piece.slice());
			const head = this.#start.peek(localHeader.length);
			if (head !== undefined) this.#begin(head);
		} else (this.#zip ?? this.#lines[0]?.reader)?.push(piece);
	}

	end(): CaptureDocument {
		if (this.#zip === undefined && this.#lines.length === 0) this.#begin(new Uint8Array(0));
		this.#zip?.end();
		const digital = this.#digitalLines();
		const shift = Math.max(0, ...digital.map(({ stretches }) => -(stretches[0]?.begin ?? 0)));
		const capture = mergeLines(digital, shift, this.#sidecar?.startedAt);
		if (capture === undefined)
			throw new FileError("No digital line is in the file, or nothing of one was known.");
		const zero = shift > 0 ? [{ time: shift / 1000, name: "Zero", note: "Time 0 of the file." }] : [];
		const channels = digital.map(({ channel, name }) => ({ channel, name }));
		this.#document = { capture, channels, markers: [...zero, ...(this.#sidecar?.markers ?? [])] };
		return this.#document;
	}

	#begin(head: Uint8Array): void {
		if (firstMember(head) === undefined) {
			this.#lines.push({ name: this.#name, reader: new LineReader("") });
		} else {
			this.#zip = new ZipReader({
				open: (path) => this.#open(path),
				compare: (a, b) => (a < b ? -1 : 1),
			});
		}
		const target = this.#zip ?? this.#lines[0]?.reader;
		while (this.#start.length > 0) target?.push(this.#start.takeSome(this.#start.length));
	}

	#open(path: string) {
		const name = path.replace(/^.*\//, "");
		if (name === SIDECAR) return this.#sidecarSink();
		if (!/\.bin$/i.test(name) || /^analog/i.test(name)) {
			if (/^analog/i.test(name)) this.remarks.push(`${name} has voltages and is left out.`);
			return undefined;
		}
		const reader = new LineReader(name);
		this.#lines.push({ name, reader });
		return { push: (bytes: Uint8Array) => reader.push(bytes), end: () => {} };
	}

	#sidecarSink() {
		const pieces: Uint8Array[] = [];
		let length = 0;
		return {
			push: (bytes: Uint8Array) => {
				length += bytes.length;
				if (length > LARGEST_SIDECAR) throw new FileError("It is far too long.", SIDECAR);
				pieces.push(bytes);
			},
			end: () => {
				this.#sidecar = decodeSidecar(joinBytes(pieces));
			},
		};
	}

	/** The lines with their channels and names: by the number in the file's name where that can be. */
	#digitalLines(): (Line & { readonly name: string })[] {
		const lines = this.#lines.flatMap(({ name, reader }) => {
			const stretches = reader.end();
			if (!reader.isAnalog) return [{ name, stretches, number: numberIn(name) }];
			if (this.#lines.length === 1)
				throw new FileError("The file has voltages; only digital lines can be shown.");
			this.remarks.push(`${name} has voltages and is left out.`);
			return [];
		});
		if (lines.length > MOST_CHANNELS)
			this.remarks.push(`There are ${lines.length} lines; the first ${MOST_CHANNELS} are shown.`);
		const numbers = new Set(lines.map(({ number }) => number));
		const isNumbered =
			numbers.size === lines.length && [...numbers].every((number) => number < MOST_CHANNELS);
		return lines.slice(0, MOST_CHANNELS).map(({ name, stretches, number }, place) => ({
			stretches,
			channel: isNumbered ? number : place,
			name: this.#sidecar?.channels[place] ?? (Number.isFinite(number) ? `Channel ${number}` : name),
		}));
	}
}

/** 3 in "digital_3.bin", infinite without a number. */
function numberIn(name: string): number {
	return Number(/(\d+)\D*$/.exec(name.replace(/\.bin$/i, ""))?.[1] ?? Number.POSITIVE_INFINITY);
}
