import type { DerivedColumns } from "@gpioscope/logic";
import { shownCapture, shownStore } from "../../bridge/index.ts";
import type { DerivedRow } from "../lanes/laneLayout.ts";
import type { Shown } from "../timeline/Shown.ts";
import type { TimeMap } from "../view/TimeMap.ts";

/** Of the view, asked for beyond each of its ends, so that a moving view finds it at hand. */
const MARGIN = 0.15;
/** Between two questions while data come in, ms. */
const CALM_MS = 60;
/** And so many times as long as the last one took. */
const BREAK = 2;
/** A track has no more columns than this, whatever the screen. */
const MOST_COLUMNS = 4096;

/** A track that is on screen, and whether its lane is inverted. */
export interface AskedTrack {
	readonly row: DerivedRow;
	readonly isInverted: boolean;
}

/** The tracks of one stretch of time, all in the same columns. */
export interface DerivedAnswer {
	/** For which axis it is. */
	readonly map: TimeMap;
	/** Its ends on the axis, µs. */
	readonly from: number;
	readonly to: number;
	/** Middle of each column on the axis, µs. */
	readonly places: Float64Array;
	readonly tracks: ReadonlyMap<string, DerivedColumns>;
	/** For which view, tracks and data it is. */
	readonly key: string;
	readonly scale: number;
	readonly endTime: number;
}

/** Holds the last answer about the tracks on screen, and asks for the next: one question at a time. */
export class DerivedFeed {
	readonly #onAnswer: () => void;
	#answer: DerivedAnswer | undefined;
	#isAsking = false;
	#readyAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isEnded = false;

	constructor(onAnswer: () => void) {
		this.#onAnswer = onAnswer;
	}

	get answer(): DerivedAnswer | undefined {
		return this.#answer;
	}

	destroy(): void {
		this.#isEnded = true;
		clearTimeout(this.#timer);
	}

	/** Asks about a view shown `width` columns wide if what is at hand is not enough; the latest view wins. */
	ask(shown: Shown, width: number, tracks: readonly AskedTrack[]): void {
		if (this.#isAsking || this.#isEnded || tracks.length === 0 || !this.#lacks(shown, width, tracks)) return;
		const wait = this.#readyAt - performance.now();
		if (wait > 0 && this.#answer !== undefined) {
			clearTimeout(this.#timer);
			// The caller draws then, and asks about what it shows by that time.
			this.#timer = setTimeout(this.#onAnswer, wait);
			return;
		}
		this.#isAsking = true;
		const started = performance.now();
		this.#read(shown, width, tracks)
			.then((answer) => {
				this.#answer = answer;
				if (!this.#isEnded) this.#onAnswer();
			})
			.catch((error: unknown) => console.error("The capture did not answer.", error))
			.finally(() => {
				this.#isAsking = false;
				const now = performance.now();
				this.#readyAt = now + Math.max(CALM_MS, BREAK * (now - started));
			});
	}

	async #read({ map, axis }: Shown, width: number, tracks: readonly AskedTrack[]): Promise<DerivedAnswer> {
		const { endTime } = shownStore.getState();
		const span = axis.to - axis.from;
		const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.round(width * (1 + 2 * MARGIN))));
		const from = axis.from - MARGIN * span;
		const to = axis.to + MARGIN * span;
		const column = (to - from) / columns;
		const pieces = map.columnPieces(from, column, columns);
		const answers = await Promise.all(
			tracks.map(({ row, isInverted }) =>
				shownCapture.derive(row.channel, pieces, { quantity: row.quantity, isInverted }),
			),
		);
		return {
			map,
			from,
			to,
			places: Float64Array.from({ length: columns }, (_, place) => from + (place + 0.5) * column),
			tracks: new Map(tracks.map(({ row }, place) => [row.id, answers[place] as DerivedColumns])),
			key: keyOf(tracks),
			scale: span / width,
			endTime,
		};
	}

	#lacks({ map, axis, view }: Shown, width: number, tracks: readonly AskedTrack[]): boolean {
		const answer = this.#answer;
		if (answer === undefined || answer.map !== map || answer.key !== keyOf(tracks)) return true;
		if (Math.abs((axis.to - axis.from) / width / answer.scale - 1) > 1e-6) return true;
		const { endTime } = shownStore.getState();
		if (endTime > answer.endTime && view.to > answer.endTime) return true;
		return axis.from < answer.from || axis.to > answer.to;
	}
}

function keyOf(tracks: readonly AskedTrack[]): string {
	return tracks.map(({ row, isInverted }) => `${row.id}${isInverted ? "!" : ""}`).join(" ");
}
