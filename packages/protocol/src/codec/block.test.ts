import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BlockContent, BlockError, gapCauses, header } from "./block.ts";
import { crc32 } from "./crc32.ts";
import { decodeBlock } from "./decodeBlock.ts";
import { encodeBlock } from "./encodeBlock.ts";

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const time = fc.integer({ min: 0, max: 2 ** 50 });
const point = { time, detail: fc.integer({ min: 0, max: 31 }) };

const content: fc.Arbitrary<BlockContent> = fc
	.record({
		target: fc.integer({ min: 0, max: 0xffff }),
		epoch: word,
		number: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
		baseTime: time,
		span: word,
		firstLevel: word,
		known: word,
		changes: fc.array(fc.tuple(word, word), { maxLength: 200 }),
		gaps: fc.array(
			fc
				.record(
					{ from: time, to: time, cause: fc.constantFrom(...gapCauses), lost: word },
					{ requiredKeys: ["from", "to", "cause"] },
				)
				.map((gap) => ({ ...gap })),
			{ maxLength: 5 },
		),
		watchdogs: fc.array(fc.record(point), { maxLength: 5 }),
		events: fc.array(fc.record(point), { maxLength: 5 }),
		anchor: fc.option(fc.record({ time, wall: fc.double({ noNaN: true }) }), { nil: undefined }),
	})
	.map(({ span, changes, watchdogs, events, anchor, ...rest }) => ({
		...rest,
		endTime: rest.baseTime + span,
		times: Uint32Array.from(changes.map(([at]) => at)).sort(),
		levels: Uint32Array.from(changes.map(([, level]) => level)),
		count: changes.length,
		watchdogs: watchdogs.map((w) => ({ time: w.time, gpio: w.detail })),
		events: events.map((e) => ({ time: e.time, event: e.detail })),
		...(anchor && { anchor }),
	}));

const empty: BlockContent = {
	target: 0,
	epoch: 1,
	number: 0,
	baseTime: 0,
	endTime: 50_000,
	firstLevel: 3,
	known: 0x0fff_ffff,
	times: new Uint32Array(0),
	levels: new Uint32Array(0),
	count: 0,
	gaps: [],
	watchdogs: [],
	events: [],
};

function reasonOf(bytes: Uint8Array): string | undefined {
	try {
		decodeBlock(bytes);
	} catch (error) {
		if (error instanceof BlockError) return error.reason;
		throw error;
	}
	return undefined;
}

describe("block", () => {
	it("reads back what was written", () => {
		fc.assert(
			fc.property(content, (block) => {
				expect(decodeBlock(encodeBlock(block))).toEqual(block);
			}),
		);
	});

	it("is read from the middle of a larger buffer", () => {
		const bytes = encodeBlock({ ...empty, times: Uint32Array.of(7), levels: Uint32Array.of(9), count: 1 });
		const larger = new Uint8Array(bytes.length + 11);
		larger.set(bytes, 5);
		expect(decodeBlock(larger.subarray(5, 5 + bytes.length)).levels[0]).toBe(9);
	});

	it("ignores what lies behind count", () => {
		const bytes = encodeBlock({ ...empty, times: new Uint32Array(9), levels: new Uint32Array(9), count: 2 });
		expect(decodeBlock(bytes).times).toHaveLength(2);
	});

	it("takes two bytes for a change of a low channel within 127 µs", () => {
		const times = Uint32Array.from({ length: 100 }, (_, index) => index * 100);
		const levels = Uint32Array.from({ length: 100 }, (_, index) => (index + 1) % 2);
		expect(encodeBlock({ ...empty, times, levels, count: 100 })).toHaveLength(header.size + 200);
	});

	it("notices any damaged byte", () => {
		const original = encodeBlock({
			...empty,
			times: Uint32Array.of(1, 300, 70_000),
			levels: Uint32Array.of(1, 0xffff_ffff, 0),
			count: 3,
			gaps: [{ from: 1, to: 2, cause: "stalled" }],
			anchor: { time: 1, wall: 2 },
		});
		for (let index = 0; index < original.length; index++) {
			const damaged = original.slice();
			damaged[index] = (damaged[index] ?? 0) ^ 0x10;
			expect(reasonOf(damaged), `byte ${index}`).toBeDefined();
		}
	});

	it("names what is wrong", () => {
		const good = encodeBlock(empty);
		const changed = (at: number, value: number) => {
			const bytes = good.slice();
			bytes[at] = value;
			return bytes;
		};
		expect(reasonOf(good.subarray(0, 20))).toBe("tooShort");
		expect(reasonOf(changed(0, 0))).toBe("notABlock");
		expect(reasonOf(changed(header.version, 9))).toBe("unknownVersion");
		expect(reasonOf(Uint8Array.of(...good, 0))).toBe("wrongLength");
		expect(reasonOf(changed(header.endTime, 1))).toBe("wrongChecksum");
		const lying = changed(header.count, 7);
		new DataView(lying.buffer).setUint32(header.checksum, crc32(lying, header.version), true);
		expect(reasonOf(lying)).toBe("malformed");
	});

	it("refuses what it cannot write", () => {
		const backwards = { times: Uint32Array.of(5, 4), levels: new Uint32Array(2), count: 2 };
		for (const wrong of [
			{ target: -1 },
			{ epoch: 2 ** 32 },
			{ number: 0.5 },
			{ count: 1 },
			{ endTime: -1 },
			backwards,
		])
			expect(() => encodeBlock({ ...empty, ...wrong })).toThrow(BlockError);
	});
});

describe("crc32", () => {
	it("gives the check value of CRC-32", () => {
		expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
	});

	it("gives the same for a range read at once or in parts", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), fc.nat(100), (bytes, a, b) => {
				const [start, middle] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)];
				const inParts = crc32(bytes, middle, bytes.length, crc32(bytes, start, middle));
				expect(inParts).toBe(crc32(bytes.slice(start)));
				expect(crc32(bytes, start)).toBe(inParts);
			}),
		);
	});
});
