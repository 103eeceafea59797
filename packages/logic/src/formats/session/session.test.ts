import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Capture } from "../../capture/Capture.ts";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import type { Gap } from "../../capture/Gap.ts";
import { blocksOf, parts } from "../../capture/testing/CaptureModel.ts";
import { type CaptureDocument, FileError } from "../Format.ts";
import { contentOf, joined } from "../testing/contentOf.ts";
import { documents } from "../testing/documents.ts";
import { decodeChanges, encodeChanges } from "./changeCoding.ts";
import { session } from "./session.ts";

function write(document: CaptureDocument, options = {}): Uint8Array {
	return joined(session.write?.(document, options) ?? []);
}

function read(bytes: Uint8Array, size = bytes.length) {
	const reader = session.read?.("a.gpioscope");
	if (reader === undefined) throw new Error("sessions can be read");
	for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
	return { document: reader.end(), remarks: reader.remarks };
}

/** Gaps, those that overlap as one. */
function united(gaps: readonly Gap[]): [number, number][] {
	const list: [number, number][] = [];
	for (const { from, to } of gaps) {
		const last = list.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else list.push([from, to]);
	}
	return list;
}

const everyChannel = Array.from({ length: 32 }, (_, channel) => ({ channel, name: `GPIO ${channel}` }));

/** Traffic on three lines and a slow one: 80 000 changes at whole multiples of 5 µs, with a gap. */
function traffic(): CaptureDocument {
	const builder = new CaptureBuilder({ anchor: { time: 7, wall: 1e12 } });
	builder.begin(100, 1, 0xff);
	let time = 100;
	let level = 1;
	let noise = 1;
	for (let at = 0; at < 80_000; at++) {
		noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
		time += 5 * (1 + ((noise >>> 16) % 40));
		level ^= at % 1000 === 0 ? 8 : 1 << (at % 3);
		builder.change(time, level);
		if (at === 20_000) {
			builder.flush();
			builder.gap({ from: time, to: time + 700, cause: "reportsLost", lost: 12 });
			time += 1000;
			builder.know(time, level ^ 3, 0xff);
			builder.watchdog(time + 1, 3);
			builder.event(time + 2, 17);
			time += 5;
			level ^= 3;
		}
	}
	builder.flush(time + 20);
	return {
		capture: builder.capture,
		channels: everyChannel.slice(0, 8),
		markers: [{ time: 1234.5, name: "Ä „start“", note: "two\nlines" }],
		view: { zoom: 3, lanes: [{ channel: 1, color: "c3" }] },
	};
}

describe("a session", () => {
	test("keeps everything that is known of a capture, whatever its history", () => {
		let gaps = 0;
		fc.assert(
			fc.property(parts, fc.integer({ min: 1, max: 500 }), (list, size) => {
				const capture = new Capture({ chunkSize: 64 });
				for (const block of blocksOf(list)) capture.append(block);
				const { document, remarks } = read(write({ capture, channels: everyChannel }), size);
				expect(remarks).toEqual([]);
				const { firstTime, endTime } = document.capture;
				expect([firstTime, endTime]).toEqual([capture.firstTime, capture.endTime]);
				expect(contentOf(document.capture)).toEqual(contentOf(capture));
				expect(united(document.capture.gaps())).toEqual(united(capture.gaps()));
				gaps += capture.gapList.count;
			}),
			{ numRuns: 150 },
		);
		expect(gaps).toBeGreaterThan(100);
	});

	test("keeps captures of any length and clock", () => {
		fc.assert(
			fc.property(documents({ ticksPerMicro: 1000 }), (document) => {
				const { document: again } = read(write(document));
				expect(contentOf(again.capture)).toEqual(contentOf(document.capture));
				expect(again.capture.firstTime).toBe(document.capture.firstTime);
				expect(again.capture.ticksPerMicro).toBe(1000);
				expect(again.channels).toEqual(document.channels);
			}),
		);
	});

	test("keeps names, markers, gaps, reports, the clock and the view", () => {
		const document = traffic();
		const { document: again, remarks } = read(write(document), 1000);
		expect(remarks).toEqual([]);
		const { capture, ...rest } = again;
		expect(rest).toEqual({ channels: document.channels, markers: document.markers, view: document.view });
		expect(contentOf(capture).join()).toBe(contentOf(document.capture).join());
		expect(capture.gaps()).toEqual(document.capture.gaps());
		expect(capture.anchor).toEqual({ time: 7, wall: 1e12 });
		expect(capture.watchdogs.between(0, 1e12, 0)).toEqual(document.capture.watchdogs.between(0, 1e12, 0));
		expect(capture.events.between(0, 1e12, 0)).toHaveLength(1);
	});

	test("keeps a selection at its own times, and only the chosen channels", () => {
		const { capture, channels } = traffic();
		const { document } = read(
			write({ capture, channels: channels.slice(0, 2) }, { from: 50_000, to: 90_000 }),
		);
		expect(document.capture.firstTime).toBe(50_000);
		expect(document.capture.endTime).toBe(90_000);
		for (const time of [50_000, 61_234, 89_999]) {
			const { level, known } = capture.levelAt(time);
			expect(document.capture.levelAt(time)).toEqual({ level: level & 3, known: known & 3 });
		}
	});

	test("is far below two bytes a change, packed or not", () => {
		const document = traffic();
		expect(write(document).length / document.capture.changes).toBeLessThan(1.5);
	});
});

describe("a damaged session", () => {
	const document = traffic();
	const bytes = write(document);
	const whole = contentOf(document.capture);

	test("cut off anywhere gives what came before and says so, or refuses", () => {
		let read1 = 0;
		for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / 25)) {
			const reader = session.read?.("");
			try {
				reader?.push(bytes.subarray(0, cut));
				const { capture } = reader?.end() ?? { capture: new Capture() };
				read1++;
				expect(reader?.remarks.at(-1)).toMatch(/^The file was cut off: what came after .* is missing/);
				// At its end a part may say of one moment only what came first.
				const part = contentOf(capture).slice(0, -1);
				const other = part.findIndex((step, at) => step.some((value, place) => value !== whole[at]?.[place]));
				expect(other).toBe(-1);
			} catch (error) {
				expect(error).toBeInstanceOf(FileError);
			}
		}
		expect(read1).toBeGreaterThan(10);
	});

	test("shows a damaged block as unknown and names its time", () => {
		const damaged = bytes.slice();
		const at = Math.floor(bytes.length * 0.5);
		damaged[at] = (damaged[at] ?? 0) ^ 1;
		const { document: again, remarks } = read(damaged, 5000);
		expect(remarks).toHaveLength(1);
		expect(remarks[0]).toMatch(/^A part of the file is damaged: from .*\ss to .*\ss nothing is known\.$/);
		expect(again.capture.endTime).toBe(document.capture.endTime);
		expect(again.capture.changes).toBeGreaterThan(30_000);
		const lost = (capture: Capture) => capture.gaps().reduce((sum, { from, to }) => sum + to - from, 0);
		expect(lost(again.capture)).toBeGreaterThan(1e6 + lost(document.capture));
	});

	test("whose last block is damaged says what is missing", () => {
		const damaged = bytes.slice();
		const at = bytes.length - 2000;
		damaged[at] = (damaged[at] ?? 0) ^ 1;
		const { remarks } = read(damaged);
		expect(remarks).toHaveLength(1);
		expect(remarks[0]).toMatch(/^A part of the file is damaged: from .*\ss to .*\ss nothing is known\.$/);
	});

	test.each([
		["that is none", Uint8Array.from({ length: 300 }, (_, at) => at), "not a session"],
		["without a byte", new Uint8Array(0), "not a session"],
		["whose head is damaged", bytes.map((byte, at) => (at === 40 ? byte ^ 4 : byte)), "head of the session"],
		["twice in one", joined([bytes, bytes.subarray(8)]), "two heads"],
	])("%s is refused", (_, file, words) => {
		expect(() => read(file)).toThrow(FileError);
		expect(() => read(file)).toThrow(words);
	});
});

describe("the coding of changes", () => {
	test("gives every change back", () => {
		const delta = fc.oneof(
			fc.nat(100),
			fc.nat(5000).map((n) => n * 5),
			fc.nat(2 ** 31),
		);
		const level = fc.oneof(fc.nat(7), fc.integer({ min: 0, max: 0xffff_ffff }));
		fc.assert(
			fc.property(fc.array(fc.tuple(delta, level), { maxLength: 60 }), level, (list, firstLevel) => {
				let time = 0;
				const changes = list.flatMap(([step, word]) => {
					time += step;
					return time <= 0xffff_ffff ? [{ time, word }] : [];
				});
				const times = Uint32Array.from(changes, (change) => change.time);
				const levels = Uint32Array.from(changes, (change) => change.word);
				const bytes = encodeChanges({ times, levels, count: times.length, firstLevel });
				const decoded = decodeChanges(bytes, 0, firstLevel);
				expect(decoded).toEqual({ times, levels, count: times.length, firstLevel, end: bytes.length });
			}),
			{ numRuns: 500 },
		);
	});
});
