import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { visitChanges } from "../capture/search.ts";
import { block, blocksOf, type Part, parts } from "../capture/testing/CaptureModel.ts";
import { type CaptureDocument, FileError, type Format } from "./Format.ts";
import { formats } from "./registry.ts";
import { joined } from "./testing/contentOf.ts";

/** What a format keeps of a document. */
interface Kept {
	/**
	 * When which channel is not known: exactly, or not at all (it keeps its last level there), or as breaks that begin
	 * with the last thing known before them.
	 */
	readonly unknown: "exactly" | "no" | "breaks";
	/** Names, in their order; others know channels by their numbers. */
	readonly names: boolean;
	readonly markers: boolean;
	/** It begins where something is known. */
	readonly beginsKnown?: boolean;
}

/** Every format that is written and read, with what it can say. */
const kept: Readonly<Record<string, Kept>> = {
	session: { unknown: "exactly", names: true, markers: true },
	vcd: { unknown: "exactly", names: true, markers: false },
	sigrok: { unknown: "no", names: true, markers: true },
	csv: { unknown: "exactly", names: true, markers: false },
	piscope: { unknown: "no", names: false, markers: false },
	reports: { unknown: "breaks", names: false, markers: false, beginsKnown: true },
	saleae: { unknown: "exactly", names: true, markers: true },
	wavejson: { unknown: "exactly", names: true, markers: false },
};

const readAndWritten = formats.filter((format) => format.read && format.write);
const channels = [0, 1, 2, 31].map((channel) => ({ channel, name: `GPIO${channel}` }));
/** Of the channels that random histories have. */
const mask = 0x8000_0007;

function documentOf(list: readonly Part[]): CaptureDocument {
	const capture = new Capture({ chunkSize: 64 });
	for (const block of blocksOf(list)) capture.append(block);
	const time = (capture.firstTime + capture.endTime) >> 1;
	return { capture, channels, markers: [{ time, name: "Middle", note: "of it" }] };
}

/** Reads a file, given in pieces of the sizes again and again. */
function read(format: Format, bytes: Uint8Array, sizes: readonly number[]): CaptureDocument {
	const reader = format.read?.(`file.${format.extensions[0]}`);
	if (reader === undefined) throw new Error(`${format.id} is not read`);
	for (let at = 0, turn = 0; at < bytes.length; turn++) {
		const size = sizes[turn % sizes.length] ?? 1;
		reader.push(bytes.subarray(at, at + size));
		at += size;
	}
	return reader.end();
}

/** The levels of the document's channels at a time, in words whose bit n is its nth channel. */
function at({ capture, channels: listed }: CaptureDocument, time: number, numbers?: readonly number[]) {
	const levels = capture.levelAt(time);
	const order = numbers ?? listed.map(({ channel }) => channel);
	const pick = (word: number) =>
		order.reduce((bits, channel, place) => bits | (((word >>> channel) & 1) << place), 0);
	return { level: pick(levels.level), known: pick(levels.known) };
}

/** Looks at every single tick of a document, and of what a format made of it. */
function compare(
	source: CaptureDocument,
	again: CaptureDocument,
	{ unknown, names, markers, beginsKnown }: Kept,
): void {
	const { capture } = source;
	const scale = again.capture.ticksPerMicro / capture.ticksPerMicro;
	const [before] = source.markers ?? [];
	const [after] = again.markers ?? [];
	if (markers) expect(after).toMatchObject({ name: before?.name, note: before?.note });
	if (names) expect(again.channels.map(({ name }) => name)).toEqual(channels.map(({ name }) => name));
	// Formats whose time begins elsewhere are laid over one another by the marker.
	const shift = markers
		? ((after?.time ?? 0) - (before?.time ?? 0)) * again.capture.ticksPerMicro + capture.firstTime * scale
		: again.capture.firstTime - (beginsKnown ? (firstKnown(source) - capture.firstTime) * scale : 0);
	const numbers = names ? undefined : channels.map(({ channel }) => channel);
	const end = Math.min(capture.endTime, capture.firstTime + (again.capture.endTime - shift) / scale);
	for (let time = capture.firstTime; time < end; time++) {
		const expected = at(source, time);
		const got = at(again, shift + (time - capture.firstTime) * scale, numbers);
		const both = expected.known & got.known;
		const isKept =
			unknown === "exactly" ? expected.known === got.known : unknown === "breaks" || both === expected.known;
		if (!isKept || (got.level & both) !== (expected.level & both))
			throw new Error(`At ${time}: ${JSON.stringify({ expected, got })}`);
	}
	if (unknown !== "breaks")
		expect(end).toBeGreaterThanOrEqual([...steps(capture)].at(-1) ?? capture.firstTime);
}

/** When something of a capture changes that is known then. */
function* steps(capture: Capture): Generator<number> {
	for (let place = 0; place < capture.chunks.length; place++) {
		const chunk = capture.chunks.at(place);
		for (let index = 0; index < (chunk?.count ?? 0); index++) {
			const time = chunk?.timeAt(index) ?? 0;
			const known = capture.levelAt(time).known & capture.levelAt(time - 1).known;
			if (known & (chunk?.maskAt(index) ?? 0) & mask) yield time;
		}
	}
}

/** The first tick at which something is known; infinite without one. */
function firstKnown({ capture }: CaptureDocument): number {
	for (let time = capture.firstTime; time <= capture.endTime; time++)
		if (capture.levelAt(time).known & mask) return time;
	return Number.POSITIVE_INFINITY;
}

test("the table says of every format that is written and read what it keeps", () => {
	expect(Object.keys(kept).sort()).toEqual(readAndWritten.map(({ id }) => id).sort());
});

const piecesOf = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });

describe("a capture that is written and read again", () => {
	test.each(readAndWritten.map((format) => [format.label, format] as const))(
		"as %s is the same",
		(_, format) => {
			let compared = 0;
			fc.assert(
				fc.property(parts, piecesOf, (list, sizes) => {
					const source = documentOf(list);
					// What is known at the very end only is no capture.
					if (firstKnown(source) >= source.capture.endTime) return;
					const bytes = joined(format.write?.(source, {}) ?? []);
					compare(source, read(format, bytes, sizes), kept[format.id] as Kept);
					compared++;
				}),
				{ numRuns: 25 },
			);
			expect(compared).toBeGreaterThan(5);
		},
	);
});

/** Names that need care somewhere: delimiters, quotes, signs that begin something, other alphabets. */
const oddNames = [
	"a,b",
	'say "it"',
	"x;y",
	"=1+1",
	"#n",
	"$end",
	"[0]",
	"ä ö",
	"信号",
	"a.b/c",
	"'",
	"\\n",
	"Time [s]",
	"{}",
	"-",
	"0",
];
const manyChannels = fc
	.uniqueArray(fc.tuple(fc.nat(31), fc.nat(oddNames.length - 1)), {
		minLength: 1,
		maxLength: 32,
		selector: ([at]) => at,
	})
	.map((list) => list.map(([channel, name], place) => ({ channel, name: `${oddNames[name]} ${place}` })));
/** Formats that keep names as they are. */
const keepNames: ReadonlySet<string> = new Set(["session", "csv", "wavejson", "saleae", "sigrok"]);

/** A random history in nanoseconds, in which each of 32 lines does what one of its four does. */
function spreadOut(list: readonly Part[]): Capture {
	const bits = Array.from({ length: 32 }, (_, bit) => bit);
	const spread = (word: number) =>
		bits.reduce((all, bit) => all | (((word >>> (channels[bit % 4]?.channel ?? 0)) & 1) << bit), 0) >>> 0;
	const capture = new Capture({ chunkSize: 64, ticksPerMicro: 1000 });
	for (const content of blocksOf(list)) {
		const { firstLevel, known, levels } = content;
		capture.append({
			...content,
			firstLevel: spread(firstLevel),
			known: spread(known),
			levels: levels.map(spread),
		});
	}
	return capture;
}

describe("a capture of nanoseconds with many lines and odd names", () => {
	const named = readAndWritten.filter(({ id }) => kept[id]?.names === true);
	test.each(named.map((format) => [format.label, format] as const))("as %s is the same", (_, format) => {
		let compared = 0;
		fc.assert(
			fc.property(parts, manyChannels, piecesOf, (list, chosen, sizes) => {
				const capture = spreadOut(list);
				const markers = [{ time: capture.firstTime / 1000, name: "First", note: "" }];
				const source = { capture, channels: chosen, markers };
				const moments = Array.from(
					{ length: capture.endTime - capture.firstTime },
					(_, time) => [time, at(source, capture.firstTime + time)] as const,
				);
				if (!moments.some(([, { known }]) => known !== 0)) return;
				const again = read(format, joined(format.write?.(source, {}) ?? []), sizes);
				const names = again.channels.map(({ name }) => name);
				if (keepNames.has(format.id)) expect(names).toEqual(chosen.map(({ name }) => name));
				else expect(new Set(names).size).toBe(chosen.length);
				const { ticksPerMicro, firstTime, endTime } = again.capture;
				const marked = again.markers?.[0]?.time;
				const start = marked === undefined ? firstTime : Math.round(marked * ticksPerMicro);
				for (const [time, wanted] of moments) {
					const now = start + (time * ticksPerMicro) / 1000;
					// What is unknown at the end a format may leave out.
					if (now >= endTime) break;
					const { level, known } = at(again, now);
					if (kept[format.id]?.unknown === "exactly") expect([time, known]).toEqual([time, wanted.known]);
					expect([time, level & wanted.known]).toEqual([time, wanted.level & wanted.known]);
				}
				compared++;
			}),
			{ numRuns: 25, endOnFailure: true },
		);
		expect(compared).toBeGreaterThan(5);
	});
});

/** Every edge of the channels that was seen: its time after the beginning, and the channel by its place. */
function edgesOf({ capture, channels: listed }: CaptureDocument, numbers?: readonly number[]): string[] {
	const order = numbers ?? listed.map(({ channel }) => channel);
	const found: string[] = [];
	visitChanges(capture, -1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, (time, _level, changed) => {
		for (const [place, channel] of order.entries())
			if ((changed >>> channel) & 1)
				found.push(`${(time - capture.firstTime) / capture.ticksPerMicro} ${place}`);
		return true;
	});
	return found;
}

describe("an edge at the very moment at which a gap begins", () => {
	const capture = new Capture();
	capture.append(
		block({ endTime: 50, changes: [20, 30, 50].map((time, at) => ({ time, level: (at + 1) % 2 })) }),
	);
	capture.append(
		block({ number: 2, baseTime: 80, endTime: 100, firstLevel: 1, changes: [{ time: 90, level: 0 }] }),
	);
	const source = { capture, channels };

	test.each(readAndWritten.map((format) => [format.label, format] as const))(
		"is there again when it was written as %s",
		(_, format) => {
			const { names } = kept[format.id] as Kept;
			const again = read(format, joined(format.write?.(source, {}) ?? []), [64]);
			expect(edgesOf(again, names ? undefined : [0])).toEqual(edgesOf(source));
			expect(edgesOf(source)).toContain("50 0");
		},
	);
});

describe("a damaged file", () => {
	const sample = documentOf(fc.sample(parts, { seed: 4, numRuns: 12 })[11] ?? []);

	/** Either a document or a FileError: anything else is thrown. */
	function survives(format: Format, bytes: Uint8Array, sizes: readonly number[]): void {
		try {
			const { capture } = read(format, bytes, sizes);
			expect(capture.endTime).toBeGreaterThanOrEqual(capture.firstTime);
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			expect(error.reason).not.toBe("");
		}
	}

	test.each(readAndWritten.map((format) => [format.label, format] as const))(
		"read as %s is a document or a FileError",
		(_, format) => {
			const whole = joined(format.write?.(sample, {}) ?? []);
			const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
			const flips = fc.array(fc.tuple(position, fc.integer({ min: 1, max: 255 })), { maxLength: 6 });
			const damaged = fc.tuple(flips, fc.option(position)).map(([list, cut]) => {
				const bytes = whole.slice();
				for (const [place, mask] of list) {
					const index = Math.floor(place * bytes.length);
					bytes[index] = (bytes[index] ?? 0) ^ mask;
				}
				return cut === null ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length));
			});
			const nonsense = fc
				.tuple(fc.nat(40), fc.uint8Array({ maxLength: 300 }))
				.map(([head, bytes]) => joined([whole.subarray(0, head), bytes]));
			fc.assert(
				fc.property(
					fc.oneof({ weight: 3, arbitrary: damaged }, { weight: 1, arbitrary: nonsense }),
					piecesOf,
					(bytes, sizes) => survives(format, bytes, sizes),
				),
				{ numRuns: 200 },
			);
		},
	);
});
