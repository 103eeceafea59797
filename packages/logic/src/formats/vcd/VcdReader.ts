import { decodeText } from "@gpioscope/protocol";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { WholeParts } from "../text/WholeParts.ts";
import { parseTimescale, type Timescale } from "../timescale.ts";
import { assignChannels } from "./channels.ts";
import { VcdHeader } from "./VcdHeader.ts";
import { VcdValues } from "./VcdValues.ts";
import { startOf } from "./writers.ts";

const micros = parseTimescale("1 us") as Timescale;

/** Reads a value change dump of any writer. */
export class VcdReader implements FileReader {
	document: CaptureDocument | undefined;
	readonly remarks: string[] = [];
	readonly #parts = new WholeParts("token");
	readonly #header = new VcdHeader();
	#line = 1;
	#values: VcdValues | undefined;

	push(piece: Uint8Array): void {
		this.#parts.push(piece, this.#take);
		this.#values?.flush();
	}

	end(): CaptureDocument {
		this.#parts.end(this.#take);
		if (this.document === undefined || this.#values === undefined)
			throw new FileError("The header does not end: there is no $enddefinitions.");
		this.#values.end();
		return this.document;
	}

	readonly #take = (bytes: Uint8Array, from: number, to: number): void => {
		const start = this.#values === undefined ? this.#readHeader(bytes, from, to) : from;
		this.#values?.read(bytes, start, to);
	};

	/** Returns where the values begin. */
	#readHeader(bytes: Uint8Array, from: number, to: number): number {
		let at = from;
		while (at < to && !this.#header.isDone) {
			const byte = bytes[at] as number;
			if (byte <= 32) {
				if (byte === 10) this.#line++;
				at++;
				continue;
			}
			const start = at;
			while ((bytes[at] as number) > 32) at++;
			this.#header.push(decodeText(bytes.subarray(start, at)), `Line ${this.#line}`);
		}
		if (this.#header.isDone) this.#beginValues();
		return at;
	}

	#beginValues(): void {
		const { variables, timescale = micros, version } = this.#header;
		const { channels, buses, targets, remarks } = assignChannels(variables);
		this.remarks.push(...remarks);
		if (channels.length === 0) throw new FileError("The header declares no digital line.");
		if (this.#header.timescale === undefined)
			this.remarks.push("The file does not say in what it counts time: read as microseconds.");
		const wall = startOf(this.#header);
		const builder = new CaptureBuilder({
			ticksPerMicro: timescale.ticksPerMicro,
			...(wall !== undefined && { anchor: { time: 0, wall } }),
		});
		this.document = { capture: builder.capture, channels, buses };
		this.#values = new VcdValues({
			builder,
			targets,
			ticks: timescale.ticks,
			isPig2vcd: version.startsWith("pig2vcd"),
			mask: channels.length === 32 ? -1 : (1 << channels.length) - 1,
			line: this.#line,
		});
	}
}
