import type { Columns } from "@gpioscope/logic";
import { type CaptureId, captureOf } from "../../bridge/index.ts";
import type { StoredRange } from "../draw/laneStates.ts";
import { type CachedColumns, type MappedColumns, mapColumns } from "../timeline/columnCache.ts";
import type { TimeView } from "../view/timeView.ts";

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
	ask(view: TimeView, width: number, other: CaptureId, shift: number): void {
		if (this.#isAsking || width < 1 || !this.#lacks(view, width, other, shift)) return;
		const scale = (view.to - view.from) / width;
		const from = view.from - MARGIN * scale;
		const count = width + 2 * MARGIN;
		this.#isAsking = true;
		captureOf(other)
			.query(from - shift, from - shift + count * scale, count)
			.then(({ firstTime, endTime, gaps: stored, ...columns }) => {
				const times = { firstTime: firstTime + shift, endTime: endTime + shift };
				const gaps = stored.map((gap) => ({ ...gap, from: gap.from + shift, to: gap.to + shift }));
				this.#answer = { ...columns, from, scale, other, shift, ...times, gaps };
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
		from: number,
		scale: number,
		width: number,
		shift: number,
	):
		| { readonly mapped: MappedColumns; readonly stored: StoredRange; readonly gaps: Columns["gaps"] }
		| undefined {
		const answer = this.#answer;
		if (answer === undefined || answer.shift !== shift) return undefined;
		const mapped = mapColumns(answer, from, scale, width);
		const columnOf = (time: number): number => (time - from) / scale;
		const first = Math.max(mapped.covered.first, Math.ceil(columnOf(answer.firstTime) - 1e-6));
		const end = Math.min(mapped.covered.end, Math.floor(columnOf(answer.endTime) + 1e-6));
		return { mapped, stored: { first, end: Math.max(first, end) }, gaps: answer.gaps };
	}

	#lacks(view: TimeView, width: number, other: CaptureId, shift: number): boolean {
		const answer = this.#answer;
		if (answer === undefined || answer.other !== other || answer.shift !== shift) return true;
		const scale = (view.to - view.from) / width;
		if (Math.abs(scale / answer.scale - 1) > 1e-9) return true;
		return view.from < answer.from || view.to > answer.from + answer.changed.length * answer.scale;
	}
}
