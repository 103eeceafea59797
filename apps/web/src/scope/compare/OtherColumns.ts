import type { Columns } from "@gpioscope/logic";
import { type CaptureId, captureOf } from "../../bridge/index.ts";
import type { StoredRange } from "../draw/laneStates.ts";
import {
	type CachedColumns,
	isOfSameColumns,
	type MappedColumns,
	mapColumns,
} from "../timeline/columnCache.ts";
import { columnOf, type Shown } from "../timeline/Shown.ts";

/** Columns asked for beyond each edge of the view, so that a pan finds them at hand. */
const MARGIN = 160;

/** The last answer, its times moved to those of the shown capture. */
interface Answer extends CachedColumns {
	readonly other: CaptureId;
	readonly shift: number;
	/** What of the other capture there is, µs. */
	readonly firstTime: number;
	readonly endTime: number;
	readonly gaps: Columns["gaps"];
}

/** What the other capture shows in the view, one question to the worker at a time. */
export class OtherColumns {
	readonly #onAnswer: () => void;
	#answer: Answer | undefined;
	#isAsking = false;

	constructor(onAnswer: () => void) {
		this.#onAnswer = onAnswer;
	}

	/** Asks for a view so many columns wide, if what is at hand is not enough. */
	ask(shown: Shown, width: number, other: CaptureId, shift: number): void {
		if (this.#isAsking || width < 1 || !this.#lacks(shown, other, shift)) return;
		const { map, axis, scale } = shown;
		const from = axis.from - MARGIN * scale;
		const count = width + 2 * MARGIN;
		this.#isAsking = true;
		captureOf(other)
			.queryPieces(
				map
					.columnPieces(from, scale, count)
					.map((piece) => ({ ...piece, from: piece.from - shift, to: piece.to - shift })),
			)
			.then(({ firstTime, endTime, gaps: stored, ...columns }) => {
				const times = { firstTime: firstTime + shift, endTime: endTime + shift };
				const gaps = stored.map((gap) => ({ ...gap, from: gap.from + shift, to: gap.to + shift }));
				this.#answer = { ...columns, map, from, scale, other, shift, ...times, gaps };
				this.#onAnswer();
			})
			.catch((error: unknown) => {
				// The comparison ends by itself when the capture was closed.
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				this.#isAsking = false;
			});
	}

	/** The columns of a picture, which of them hold data, and what was lost; undefined before the first answer. */
	columnsFor(
		shown: Shown,
		width: number,
		shift: number,
	):
		| { readonly mapped: MappedColumns; readonly stored: StoredRange; readonly gaps: Columns["gaps"] }
		| undefined {
		const answer = this.#answer;
		if (answer === undefined || answer.shift !== shift) return undefined;
		const { map, axis, scale } = shown;
		const mapped = mapColumns(answer, { map, from: axis.from, scale, width });
		const first = Math.max(mapped.covered.first, Math.ceil(columnOf(answer.firstTime, shown) - 1e-6));
		const end = Math.min(mapped.covered.end, Math.floor(columnOf(answer.endTime, shown) + 1e-6));
		return { mapped, stored: { first, end: Math.max(first, end) }, gaps: answer.gaps };
	}

	#lacks(shown: Shown, other: CaptureId, shift: number): boolean {
		const answer = this.#answer;
		if (answer === undefined || answer.other !== other || answer.shift !== shift) return true;
		if (!isOfSameColumns(answer, shown)) return true;
		const { axis } = shown;
		return axis.from < answer.from || axis.to > answer.from + answer.changed.length * answer.scale;
	}
}
