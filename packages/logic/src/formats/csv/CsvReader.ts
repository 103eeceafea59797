import { decodeText } from "@gpioscope/protocol";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { WholeParts } from "../text/WholeParts.ts";
import { CsvRows } from "./CsvRows.ts";
import { csvLayout } from "./csvLayout.ts";

const LINE_FEED = 0x0a;
/** How much of a file is looked at before it is known how to read it. */
const HEAD = 1 << 14;

/** Reads a row for each change or for each sample, with whatever delimiter and header. */
export class CsvReader implements FileReader {
	document: CaptureDocument | undefined;
	readonly remarks: string[] = [];
	readonly #parts = new WholeParts("line");
	readonly #head = new Uint8Array(HEAD * 2);
	#headLength = 0;
	#rows: CsvRows | undefined;

	push(piece: Uint8Array): void {
		this.#parts.push(piece, this.#take);
		this.#rows?.flush();
	}

	end(): CaptureDocument {
		this.#parts.end(this.#take);
		if (this.#rows === undefined) this.#begin();
		this.#rows?.end();
		if (this.document === undefined) throw new FileError("It holds no rows.");
		return this.document;
	}

	readonly #take = (bytes: Uint8Array, from: number, to: number): void => {
		let start = from;
		while (this.#rows === undefined && start < to) {
			const end = bytes.indexOf(LINE_FEED, start) + 1;
			if (this.#headLength + end - start > this.#head.length)
				throw new FileError("Its first lines are too long to be rows of levels.");
			this.#head.set(bytes.subarray(start, end), this.#headLength);
			this.#headLength += end - start;
			start = end;
			if (this.#headLength >= HEAD) this.#begin();
		}
		if (start < to) this.#rows?.read(bytes, start, to);
	};

	/** Finds out how to read the file, and reads what has come of it. */
	#begin(): void {
		const head = this.#head.subarray(0, this.#headLength);
		const layout = csvLayout(
			decodeText(head)
				.replace(/^\uFEFF/, "")
				.split("\n"),
		);
		this.remarks.push(...layout.remarks);
		const builder = new CaptureBuilder({ ticksPerMicro: layout.ticksPerMicro });
		this.document = { capture: builder.capture, channels: layout.channels };
		this.#rows = new CsvRows(layout, builder, layout.headLines + 1);
		let start = 0;
		for (let line = 0; line < layout.headLines; line++) start = head.indexOf(LINE_FEED, start) + 1;
		this.#rows.read(head, start, head.length);
	}
}
