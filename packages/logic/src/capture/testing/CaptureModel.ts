import type { BlockContent, BlockGap } from "@gpioscope/protocol";
import fc from "fast-check";

/** A change at a time of the block's epoch. */
export interface Change {
	readonly time: number;
	readonly level: number;
}

/** A block of which only the interesting parts are said. */
export function block(
	part: Partial<Omit<BlockContent, "times" | "levels" | "count">> & { changes?: Change[] },
): BlockContent {
	const { changes = [], ...rest } = part;
	const baseTime = rest.baseTime ?? 0;
	return {
		target: 0,
		epoch: 1,
		number: 0,
		baseTime,
		endTime: baseTime + 1000,
		firstLevel: 0,
		known: 0xffff_ffff,
		gaps: [],
		watchdogs: [],
		events: [],
		...rest,
		times: Uint32Array.from(changes, ({ time }) => time - baseTime),
		levels: Uint32Array.from(changes, ({ level }) => level),
		count: changes.length,
	};
}

/** What one channel does at one moment. */
interface ModelMoment {
	readonly time: number;
	/** Whether it is high after each of the edges that were seen then. */
	readonly edges: readonly boolean[];
	/** Whether it is high from then on; undefined where that is not known. */
	readonly level: boolean | undefined;
}

/** Knows the levels of every single microsecond, and every edge: slow, and too simple to be wrong. */
export class CaptureModel {
	readonly level: number[] = [];
	readonly known: number[] = [];
	readonly edges: { time: number; mask: number }[] = [];
	end = 0;
	#epoch: number | undefined;
	#shift = 0;

	append({ epoch, baseTime, endTime, firstLevel, known, times, levels, count, gaps }: BlockContent): void {
		const isFirst = this.#epoch === undefined;
		if (!isFirst && epoch !== this.#epoch) this.#shift = this.end + 1000 - baseTime;
		this.#epoch = epoch;
		const base = baseTime + this.#shift;
		const on = gaps.map((gap) => ({ from: gap.from + this.#shift, to: gap.to + this.#shift }));
		if (!isFirst) for (let time = this.end; time < base; time++) this.known[time] = 0;
		const comesBack = on.some((gap) => gap.from <= base && base <= gap.to);
		const sure = isFirst || comesBack || base > this.end ? 0 : (this.known[base] ?? 0);
		this.#edge(base, ((this.level[base] ?? 0) ^ firstLevel) & sure & known);
		let word = firstLevel;
		let index = 0;
		const end = endTime + this.#shift;
		for (let time = base; time <= end; time++) {
			for (; index < count && base + (times[index] ?? 0) === time; index++) {
				const seen = !on.some((gap) => gap.from < time && time <= gap.to);
				if (seen) this.#edge(time, (word ^ (levels[index] ?? 0)) & known);
				word = levels[index] ?? 0;
			}
			this.level[time] = word;
			this.known[time] = known;
		}
		for (const gap of on) for (let time = Math.max(0, gap.from); time < gap.to; time++) this.known[time] = 0;
		this.end = end;
	}

	/**
	 * Whether changes at a time belong to what was known before it: a channel is not known any more from then on, and what
	 * it did at the last moment was seen.
	 */
	isLosing(time: number): boolean {
		return ((this.known[time - 1] ?? 0) & ~(this.known[time] ?? 0)) !== 0;
	}

	/** One channel, microsecond by microsecond, up to before `to`. */
	*moments(channel: number, from: number, to: number): Generator<ModelMoment> {
		const isSet = (word: number | undefined) => (((word ?? 0) >>> channel) & 1) === 1;
		let level: boolean | undefined;
		for (let time = from; time <= Math.min(to - 1, this.end); time++) {
			const isKnown = isSet(this.known[time]);
			const isLosing = this.isLosing(time);
			const isSeen = isLosing ? isSet(this.known[time - 1]) : isKnown;
			const count = isSeen ? this.edges.filter((edge) => edge.time === time && isSet(edge.mask)).length : 0;
			if (isSeen)
				level ??= isLosing ? isSet(this.level[time - 1]) : isSet(this.level[time]) !== (count % 2 === 1);
			const edges = Array.from({ length: count }, (_, at) => level !== (at % 2 === 0));
			level = isKnown ? isSet(this.level[time]) : undefined;
			yield { time, edges, level };
		}
	}

	#edge(time: number, mask: number): void {
		if (mask !== 0) this.edges.push({ time, mask: mask >>> 0 });
	}
}

const CHANNELS = 0b1000_0000_0000_0000_0000_0000_0000_0111;
const word = fc.integer({ min: 0, max: 15 }).map((bits) => ((bits & 7) | ((bits & 8) << 28)) >>> 0);
const knownWord = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(CHANNELS >>> 0) },
	{ weight: 1, arbitrary: word },
);

export interface Part {
	readonly hole: number;
	readonly length: number;
	readonly first: number;
	readonly carriesOn: boolean;
	readonly known: number;
	readonly changes: readonly (readonly [number, number])[];
	readonly marks: readonly number[];
	readonly newEpoch: boolean;
}

/** Random histories: blocks with holes, gaps, unknown channels and new epochs. */
export const parts: fc.Arbitrary<Part[]> = fc.array(
	fc.record({
		hole: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
		length: fc.nat(150),
		first: word,
		carriesOn: fc.boolean(),
		known: knownWord,
		changes: fc.array(fc.tuple(fc.nat(150), word), { maxLength: 60 }),
		marks: fc.array(fc.integer({ min: -30, max: 150 }), { maxLength: 4 }),
		newEpoch: fc.nat(9).map((n) => n === 0),
	}),
	{ minLength: 1, maxLength: 12 },
);

/** The blocks that a random history consists of. */
export function blocksOf(list: readonly Part[]): BlockContent[] {
	let time = 5;
	let epoch = 1;
	let last = 0;
	return list.map((part, number) => {
		if (part.newEpoch && number > 0) {
			epoch++;
			time = 3;
		}
		const baseTime = time + part.hole;
		time = baseTime + part.length;
		const changes = part.changes
			.map(([at, level]) => ({ time: baseTime + Math.min(at, part.length), level }))
			.sort((a, b) => a.time - b.time);
		const firstLevel = part.carriesOn ? last : part.first;
		last = changes.at(-1)?.level ?? firstLevel;
		const marks = [...new Set(part.marks)].sort((a, b) => a - b).filter((mark) => mark <= part.length);
		const gaps: BlockGap[] = [];
		for (let index = 0; index + 1 < marks.length; index += 2) {
			const from = Math.max(part.newEpoch ? baseTime : 0, baseTime + (marks[index] ?? 0));
			const to = baseTime + (marks[index + 1] ?? 0);
			if (to > from) gaps.push({ from, to, cause: "reportsLost" });
		}
		return block({
			epoch,
			number,
			baseTime,
			endTime: time,
			firstLevel,
			known: part.known,
			changes,
			gaps,
		});
	});
}
