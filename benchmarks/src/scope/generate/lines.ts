import { type Random, whole } from "./random.ts";

/** One line changes: time in microseconds, its place among the lines of the generator, its new level. */
export type Edge = readonly [time: number, line: number, level: 0 | 1];

const bitOf = (value: number, bit: number): 0 | 1 => ((value >> bit) & 1) as 0 | 1;

/** 115200 baud, 8N1, random bytes with pauses of 0 to 3 bits. One line, idle high. */
export function* uart(random: Random): Generator<Edge> {
	const bit = 1e6 / 115_200;
	let time = 500;
	for (;;) {
		const frame = (whole(random, 0, 255) << 1) | 0x200;
		let level: 0 | 1 = 1;
		for (let at = 0; at < 10; at++) {
			const next = bitOf(frame, at);
			if (next !== level) yield [Math.round(time + at * bit), 0, next];
			level = next;
		}
		time += (10 + whole(random, 0, 3)) * bit;
	}
}

/** What goes over an I2C bus: a condition, or a bit. */
type I2cStep = "start" | "stop" | 0 | 1;

/** A byte with its acknowledge. */
const i2cByte = (byte: number, acknowledged = true): I2cStep[] => [
	...Array.from({ length: 8 }, (_, bit) => bitOf(byte, 7 - bit)),
	acknowledged ? 0 : 1,
];

/** A memory at 0x50 is written in pages of 16 bytes and read at random, in turns. */
function* memoryTraffic(random: Random): Generator<I2cStep> {
	for (let isRead = false; ; isRead = !isRead) {
		yield "start";
		yield* i2cByte(0xa0);
		yield* i2cByte(whole(random, 0, 255));
		if (isRead) {
			yield "start";
			yield* i2cByte(0xa1);
		}
		for (let place = 0; place < 16; place++) yield* i2cByte(whole(random, 0, 255), !isRead || place < 15);
		yield "stop";
	}
}

/** 100 kHz, lines SCL and SDA, both idle high. */
export function* i2c(random: Random): Generator<Edge> {
	let time = 300;
	let scl: 0 | 1 = 1;
	let sda: 0 | 1 = 1;
	for (const step of memoryTraffic(random)) {
		// A start needs data high before it, a stop needs it low; bits change while the clock is low.
		const before = step === "start" ? 1 : step === "stop" ? 0 : step;
		if (scl === 0) {
			if (sda !== before) yield [time + 1, 1, before];
			sda = before;
			time += 5;
			yield [time, 0, 1];
			scl = 1;
		}
		if (step === "start" || step === "stop") {
			time += 5;
			sda = sda === 1 ? 0 : 1;
			yield [time, 1, sda];
		}
		if (step === "stop") time += whole(random, 50, 500);
		else {
			time += 5;
			yield [time, 0, 0];
			scl = 0;
		}
	}
}

/** Mode 0 at 250 kHz: a flash memory is read in pieces of 32 bytes. Lines CLK, MOSI, MISO and CS. */
export function* spi(random: Random): Generator<Edge> {
	const levels: [0 | 1, 0 | 1] = [0, 0];
	for (let time = 300; ; time += whole(random, 20, 200)) {
		const head = [3, whole(random, 0, 255), whole(random, 0, 255), whole(random, 0, 255)];
		yield [time, 3, 0];
		time += 2;
		for (let place = 0; place < 36; place++) {
			const sent = head[place] ?? 0;
			const answered = place < 4 ? 0xff : whole(random, 0, 255);
			for (let bit = 7; bit >= 0; bit--) {
				for (const [line, value] of [sent, answered].entries()) {
					const level = bitOf(value, bit);
					if (levels[line] !== level) yield [time, line + 1, level];
					levels[line] = level;
				}
				yield [time + 2, 0, 1];
				time += 4;
				yield [time, 0, 0];
			}
		}
		time += 2;
		yield [time, 3, 1];
	}
}

/** 1 kHz with a duty of 1 to 99 %. One line. */
export function* pwm(): Generator<Edge> {
	for (let time = 100, duty = 1; ; time += 1000, duty = (duty % 99) + 1) {
		yield [time, 0, 1];
		yield [time + 10 * duty, 0, 0];
	}
}

/** Lines that change independently, so that on the whole a change comes every `mean` microseconds. */
export function* noise(random: Random, lines: number, mean: number): Generator<Edge> {
	const levels = new Uint8Array(lines);
	for (let time = 10; ; ) {
		time += Math.max(1, Math.floor(-Math.log(1 - random()) * mean));
		const line = whole(random, 0, lines - 1);
		levels[line] = 1 - (levels[line] as number);
		yield [time, line, levels[line] as 0 | 1];
	}
}

/** Several generators as one, in time order; the lines of each come behind those of the one before. */
export function* merged(
	parts: readonly { readonly edges: Iterator<Edge>; readonly lines: number }[],
): Generator<Edge> {
	let first = 0;
	const heads = parts.map(({ edges, lines }) => {
		const head = { edges, first, next: edges.next().value as Edge };
		first += lines;
		return head;
	});
	for (;;) {
		let earliest = heads[0] as (typeof heads)[number];
		for (const head of heads) if (head.next[0] < earliest.next[0]) earliest = head;
		const [time, line, level] = earliest.next;
		yield [time, earliest.first + line, level];
		earliest.next = earliest.edges.next().value as Edge;
	}
}
