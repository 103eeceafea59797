import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Capture, CaptureBuilder, type CaptureDocument, formats } from "@gpioscope/logic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";

const CHANGES = 3000;
const sigrokMissing = reasonToSkip("sigrok-cli", ["--version"], "apt-get install sigrok-cli");
const gtkwaveMissing = reasonToSkip("vcd2fst", ["--help"], "apt-get install gtkwave");
// It has no option with which it ends successfully at once.
const pig2vcdMissing = reasonToSkip("sh", ["-c", "command -v pig2vcd"], "apt-get install pigpio-tools");
const titled = (title: string, reason: string | undefined) =>
	reason ? `${title} (skipped: ${reason})` : title;

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Five lines that change one or more at a time, 1 to 300 µs apart; the same on every run. */
function recorded({ unknown }: { readonly unknown: boolean }): CaptureDocument {
	let seed = 7;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const builder = new CaptureBuilder();
	builder.begin(1_000_000, 0b01010, 0b11111);
	let time = 1_000_000;
	for (let change = 0; change < CHANGES; change++) {
		time += 1 + random(300);
		const level = builder.level ^ (1 + random(31));
		if (unknown && change % 100 === 50) builder.know(time, level, random(32));
		else builder.change(time, level);
	}
	builder.flush(time + 100);
	const names = ["SCL", "SDA", "TX", "CS", "D_4"];
	return { capture: builder.capture, channels: names.map((name, channel) => ({ channel, name })) };
}

function write(document: CaptureDocument, id: string, name: string): string {
	const file = join(folder, name);
	const format = formats.find((entry) => entry.id === id);
	writeFileSync(file, Buffer.concat([...(format?.write?.(document, {}) ?? [])]));
	return file;
}

function read(file: string, id: string): CaptureDocument {
	const reader = formats.find((entry) => entry.id === id)?.read?.(file);
	if (reader === undefined) throw new Error(`${id} is not read`);
	reader.push(readFileSync(file));
	return reader.end();
}

/** What holds at each of the moments at which another capture changes, and just before. */
function levelsAtChanges(capture: Capture, { capture: source }: CaptureDocument) {
	const found: string[] = [];
	for (let place = 0; place < source.chunks.length; place++) {
		const chunk = source.chunks.at(place);
		for (let index = 0; index < (chunk?.count ?? 0); index++) {
			const offset = (chunk?.timeAt(index) ?? 0) - source.firstTime;
			for (const time of [offset - 1, offset]) {
				const { level, known } = capture.levelAt(capture.firstTime + time);
				found.push(`${time}: ${level & known} of ${known & 31}`);
			}
		}
	}
	return found;
}

describe.skipIf(sigrokMissing)(titled("sigrok-cli reads our VCD", sigrokMissing), () => {
	const convert = (file: string, output: string, name: string) => {
		const target = join(folder, name);
		execFileSync("sigrok-cli", ["-I", "vcd", "-i", file, "-O", output, "-o", target], { stdio: "ignore" });
		return target;
	};

	test("with every change, and we its", () => {
		const document = recorded({ unknown: false });
		const back = read(convert(write(document, "vcd", "ours.vcd"), "vcd", "sigrok.vcd"), "vcd");
		expect(back.channels.map(({ name }) => name)).toEqual(document.channels.map(({ name }) => name));
		expect(back.capture.changes).toBe(CHANGES);
		expect(levelsAtChanges(back.capture, document)).toEqual(levelsAtChanges(document.capture, document));
	});

	test("and we the table it makes of that", () => {
		const document = recorded({ unknown: false });
		const file = convert(write(document, "vcd", "ours.vcd"), "csv:label=channel", "sigrok.csv");
		const back = read(file, "csv");
		expect(back.capture.changes).toBe(CHANGES);
		expect(levelsAtChanges(back.capture, document)).toEqual(levelsAtChanges(document.capture, document));
	});
});

describe.skipIf(sigrokMissing)(titled("sigrok-cli reads our sessions of sigrok", sigrokMissing), () => {
	test("with every sample and change, and we its own", () => {
		const document = recorded({ unknown: false });
		const ours = write(document, "sigrok", "ours.sr");
		const dump = join(folder, "of-ours.vcd");
		const theirs = join(folder, "theirs.sr");
		execFileSync("sigrok-cli", ["-i", ours, "-O", "vcd", "-o", dump], { stdio: "ignore" });
		execFileSync("sigrok-cli", ["-i", ours, "-o", theirs], { stdio: "ignore" });
		const { capture } = document;
		const samples = execFileSync("sigrok-cli", ["-i", ours, "-O", "binary"], { maxBuffer: 2 ** 26 });
		expect(samples.length).toBe(capture.endTime - capture.firstTime + 1);
		for (const back of [read(dump, "vcd"), read(theirs, "sigrok"), read(ours, "sigrok")]) {
			expect(back.channels.map(({ name }) => name)).toEqual(document.channels.map(({ name }) => name));
			expect(back.capture.changes).toBe(CHANGES);
			expect(levelsAtChanges(back.capture, document)).toEqual(levelsAtChanges(capture, document));
		}
	});
});

describe.skipIf(gtkwaveMissing)(titled("vcd2fst reads our VCD", gtkwaveMissing), () => {
	test("with every change and what is not known, and we what fst2vcd makes of that", () => {
		const document = recorded({ unknown: true });
		const packed = join(folder, "ours.fst");
		const file = join(folder, "gtkwave.vcd");
		execFileSync("vcd2fst", [write(document, "vcd", "ours.vcd"), packed], { stdio: "ignore" });
		execFileSync("fst2vcd", ["-f", packed, "-o", file], { stdio: "ignore" });
		const back = read(file, "vcd");
		expect(back.channels.map(({ name }) => name)).toEqual(document.channels.map(({ name }) => name));
		expect(levelsAtChanges(back.capture, document)).toEqual(levelsAtChanges(document.capture, document));
	});
});

describe.skipIf(pig2vcdMissing)(titled("pig2vcd reads our reports", pig2vcdMissing), () => {
	test("with every change", () => {
		const document = recorded({ unknown: false });
		const input = readFileSync(write(document, "reports", "ours.reports"));
		const file = join(folder, "pig2vcd.vcd");
		writeFileSync(file, execFileSync("pig2vcd", { input, maxBuffer: 2 ** 26 }));
		const { capture } = read(file, "vcd");
		// It takes the first report for the beginning and writes from the second one on.
		expect(capture.changes).toBe(CHANGES - 1);
		expect(capture.endTime).toBe((document.capture.chunks.at(0)?.timeAt(CHANGES - 1) ?? 0) - 1_000_000);
		expect(capture.latest.level & 31).toBe(document.capture.latest.level);
	});
});
