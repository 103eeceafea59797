import { Capture, nextEdge, previousEdge, queryColumns, statistics } from "@gpioscope/logic";
import { decodeBlock, encodeBlock } from "@gpioscope/protocol";
import type { Row, Section } from "../Section.ts";
import { formatCount, formatRatio, median } from "../table.ts";
import { scanColumns } from "./scanColumns.ts";
import { traffic } from "./traffic.ts";

const SIZES = [1_000_000, 10_000_000];
const COLUMNS = 1920;
const LOOKS = 100;
const RARE_CHANNEL = 27;

/** What it costs to keep changes and to look at them, against reading through all of them. */
export const captures: Section = {
	id: "captures",
	title: `Captures: 28 channels, views of ${COLUMNS} pixels`,
	columns: SIZES.map((size) => `${formatCount(size)} changes`),
	async run() {
		const measured = SIZES.map(measure);
		const measures = measured[0]?.map(({ name }) => name) ?? [];
		const rows: Row[] = measures.map((name, index) => ({
			measure: name,
			values: measured.map((values) => values[index]?.value ?? ""),
		}));
		const notes = [
			`Views, edges and pulses: median of ${LOOKS} at random places. The scan reads every change of the view once.`,
		];
		return { rows, notes };
	},
};

function measure(changes: number): { readonly name: string; readonly value: string }[] {
	const capture = new Capture({ limit: changes });
	let encoding = 0;
	let decoding = 0;
	let appending = 0;
	let bytes = 0;
	for (const block of traffic(changes)) {
		const start = performance.now();
		const encoded = encodeBlock(block);
		const sent = performance.now();
		const decoded = decodeBlock(encoded);
		const arrived = performance.now();
		capture.append(decoded);
		appending += performance.now() - arrived;
		decoding += arrived - sent;
		encoding += sent - start;
		bytes += encoded.length;
	}
	const millions = changes / 1e6;
	const whole = look(() => queryColumns(capture, 0, capture.endTime, COLUMNS));
	const scanStart = performance.now();
	scanColumns(capture, 0, capture.endTime, COLUMNS);
	const scan = performance.now() - scanStart;
	const random = (part: number) => {
		const from = Math.random() * capture.endTime * (1 - part);
		return queryColumns(capture, from, from + capture.endTime * part, COLUMNS);
	};
	const mask = 1 << RARE_CHANNEL;
	const anywhere = () => Math.random() * capture.endTime;
	const summary = performance.now();
	const channels = Array.from({ length: 28 }, (_, channel) => channel);
	statistics(capture, channels, 0, capture.endTime);
	const summing = performance.now() - summary;
	return [
		{ name: "encode a million as blocks", value: milliseconds(encoding / millions) },
		{ name: "decode a million", value: milliseconds(decoding / millions) },
		{ name: "append a million", value: milliseconds(appending / millions) },
		{ name: "bytes a change as blocks", value: (bytes / changes).toFixed(2) },
		{ name: "bytes a change in the capture", value: (capture.byteLength / changes).toFixed(2) },
		{ name: "view of everything", value: milliseconds(whole) },
		{ name: "scan of everything", value: `${milliseconds(scan)} ${formatRatio(scan / whole)}` },
		{ name: "view of a tenth", value: milliseconds(look(() => random(0.1))) },
		{ name: "view of a thousandth", value: milliseconds(look(() => random(0.001))) },
		{
			name: "next edge of the rarest channel",
			value: micros(look(() => nextEdge(capture, mask, anywhere()))),
		},
		{ name: "previous edge", value: micros(look(() => previousEdge(capture, mask, anywhere()))) },
		{ name: "statistics of all channels over everything", value: milliseconds(summing) },
	];
}

/** Median milliseconds. */
function look(question: () => unknown): number {
	return median(
		Array.from({ length: LOOKS }, () => {
			const start = performance.now();
			question();
			return performance.now() - start;
		}),
	);
}

const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;
const micros = (value: number): string => `${(value * 1000).toFixed(1)} µs`;
