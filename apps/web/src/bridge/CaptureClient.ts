import type {
	ChannelMeasurement,
	ChannelStatistics,
	Columns,
	CompareOptions,
	DerivedColumns,
	DeriveOptions,
	Differences,
	HeldLevels,
	HistogramOptions,
	Levels,
	Match,
	Pulse,
	Search,
	SideRecordPage,
	SideRecordQuery,
	Stretch,
	Trigger,
	WidthHistogram,
} from "@gpioscope/logic";
import type { CaptureId } from "./CaptureEntry.ts";
import type { ColumnPiece } from "./columnPieces.ts";
import type { FindProgress } from "./findings.ts";
import type { QuestionName, Questions } from "./questions.ts";
import type { ColumnHits, TriggerHit } from "./triggerHits.ts";
import type { WorkerQuestions } from "./WorkerQuestions.ts";

/** One edge of a channel: microseconds of the capture, and the level after it. */
export interface Edge {
	readonly time: number;
	readonly level: 0 | 1;
}

/** Asks the worker about one of its captures. All times are microseconds of the capture, channels 0 to 31. */
export class CaptureClient {
	readonly #questions: WorkerQuestions;
	readonly #of: () => CaptureId;

	/** @param of which capture a question is about, asked at each. */
	constructor(questions: WorkerQuestions, of: () => CaptureId) {
		this.#questions = questions;
		this.#of = of;
	}

	/** What [from, to) shows when it is drawn so many pixels wide. */
	query(from: number, to: number, columns: number): Promise<Columns> {
		return this.#ask("columns", { from, to, columns });
	}

	/** What pieces that lie beside one another show, as one answer. */
	queryPieces(pieces: readonly ColumnPiece[]): Promise<Columns> {
		const [only, ...others] = pieces;
		if (only !== undefined && others.length === 0) return this.query(only.from, only.to, only.columns);
		return this.#ask("pieces", { pieces });
	}

	/** When one of the channels in a mask changes next, strictly after a time. */
	nextEdge(mask: number, time: number): Promise<number | undefined> {
		return this.#ask("nextEdge", { mask, time });
	}

	/** When one of the channels in a mask changed last, strictly before a time. */
	previousEdge(mask: number, time: number): Promise<number | undefined> {
		return this.#ask("previousEdge", { mask, time });
	}

	/** By channel 0 to 31, when it changed last, strictly before a time; NaN when it did not. */
	lastChanges(time: number): Promise<Float64Array> {
		return this.#ask("lastChanges", { time });
	}

	/** The levels at a time, and which of them are known. */
	levelAt(time: number): Promise<Levels> {
		return this.#ask("levelAt", { time });
	}

	/** The stretch around a time in which the channels of a mask keep their levels; undefined where one is unknown. */
	heldLevels(mask: number, time: number): Promise<HeldLevels | undefined> {
		return this.#ask("heldLevels", { mask, time });
	}

	/** The pulse of a channel in which a time lies. */
	pulseAt(channel: number, time: number): Promise<Pulse | undefined> {
		return this.#ask("pulseAt", { channel, time });
	}

	/** Counts, frequency and duty cycle of channels in [from, to). */
	statistics(channels: readonly number[], from: number, to: number): Promise<readonly ChannelStatistics[]> {
		return this.#ask("statistics", { channels, from, to });
	}

	/** Counts, pulses, periods and high time of a channel in [from, to). */
	measure(channel: number, from: number, to: number): Promise<ChannelMeasurement> {
		return this.#ask("measure", { channel, from, to });
	}

	/** How the widths of a channel in [from, to) are spread; `step` in µs. Undefined without any. */
	histogram(
		channel: number,
		from: number,
		to: number,
		options: HistogramOptions,
	): Promise<WidthHistogram | undefined> {
		return this.#ask("histogram", { channel, from, to, ...options });
	}

	/** A quantity of a channel over pieces that lie beside one another, as one answer. */
	derive(channel: number, pieces: readonly ColumnPiece[], options: DeriveOptions): Promise<DerivedColumns> {
		return this.#ask("derive", { channel, pieces, ...options });
	}

	/** The first `limit` edges of a channel in [from, to). */
	async edges(channel: number, from: number, to: number, limit = 10_000): Promise<readonly Edge[]> {
		const { times, levels } = await this.#ask("edges", { channel, from, to, limit });
		return Array.from(times, (time, index) => ({ time, level: levels[index] ? 1 : 0 }));
	}

	/**
	 * Searches further for a while, and tells how far it is; asked again with the same search it goes on.
	 *
	 * @param grows whether the capture may still grow
	 * @param from with `to` and `columns`: where to tell which of so many equal parts have a match
	 */
	find(search: Search, grows: boolean, from: number, to: number, columns: number): Promise<FindProgress> {
		return this.#ask("find", { search, grows, from, to, columns });
	}

	/** The match of a rank, among those found so far. */
	matchAt(search: Search, rank: number): Promise<Match | undefined> {
		return this.#ask("matchAt", { search, rank });
	}

	/** The match that ends next after a time, or last before it, among those found so far. */
	matchBeside(search: Search, time: number, direction: "next" | "previous"): Promise<Match | undefined> {
		return this.#ask("matchBeside", { search, time, direction });
	}

	/** How many changes to keep before the oldest are dropped. */
	setLimit(changes: number): Promise<void> {
		return this.#ask("setLimit", { changes });
	}

	/** Forgets all that was captured; recording goes on. */
	clear(): Promise<void> {
		return this.#ask("clear", {});
	}

	/** Keeps what is there now whatever comes, or lets go of it; for a view that stands still while recording goes on. */
	hold(held: boolean): Promise<void> {
		return this.#ask("hold", { held });
	}

	/** Stretches of [from, to) longer than `longerThan` in which no channel of the mask changes: the longest `limit`. */
	idle(
		mask: number,
		longerThan: number,
		from: number,
		to: number,
		limit = 1000,
	): Promise<readonly Stretch[]> {
		return this.#ask("idle", { mask, longerThan, from, to, limit });
	}

	/** Some of the watchdog reports, events and gaps, merged by time: at most 1000 at once. */
	sideRecords(query: SideRecordQuery): Promise<SideRecordPage> {
		return this.#ask("sideRecords", query);
	}

	/** Where this capture and another differ. */
	compare(other: CaptureId, options: CompareOptions): Promise<Differences> {
		return this.#ask("compare", { other, ...options });
	}

	/** The hit of any of the triggers that comes next after a time, or came last before it. */
	hitBeside(
		triggers: readonly Trigger[],
		time: number,
		direction: "next" | "previous",
	): Promise<TriggerHit | undefined> {
		return this.#ask("hitBeside", { triggers, time, direction });
	}

	/** How often each of the triggers is hit in all of a capture that does not grow. */
	hitCounts(triggers: readonly Trigger[]): Promise<readonly number[]> {
		return this.#ask("hitCounts", { triggers });
	}

	/**
	 * Hits of each of the triggers in [from, to), at most one in each of so many columns. In the live capture those
	 * since the trigger was armed, in others all.
	 */
	hits(
		triggers: readonly Trigger[],
		from: number,
		to: number,
		columns: number,
	): Promise<readonly ColumnHits[]> {
		return this.#ask("hits", { triggers, from, to, columns });
	}

	#ask<N extends QuestionName>(name: N, ask: Questions[N]["ask"]): Promise<Questions[N]["answer"]> {
		return this.#questions.ask(this.#of(), name, ask);
	}
}
