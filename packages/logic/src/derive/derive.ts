import type { Capture } from "../capture/Capture.ts";
import { nextEdge, previousEdge } from "../capture/search.ts";
import { type EdgeVisitor, walkEdges } from "../measure/walkEdges.ts";
import { ColumnSums } from "./ColumnSums.ts";
import type { DerivedColumns, DerivedQuantity } from "./DerivedColumns.ts";
import { deriveItems } from "./deriveItems.ts";
import { deriveRate } from "./deriveRate.ts";
import { type LookedAt, stretchesToLookAt } from "./stretchesToLookAt.ts";

/** Edges beyond each end of the view that a period there may need. */
const REACH = 3;

export interface DeriveOptions {
	readonly quantity: DerivedQuantity;
	/** Whether high counts as low. */
	readonly isInverted: boolean;
}

/**
 * A quantity of a channel (0 to 31) over [from, to), in so many columns. Costs follow the edges of the channel in
 * sight, up to a limit from which on only some of each column are looked at.
 *
 * @throws RangeError when columns is not a whole number from 1, or to is not after from.
 */
export function derive(
	capture: Capture,
	channel: number,
	from: number,
	to: number,
	columns: number,
	{ quantity, isInverted }: DeriveOptions,
): DerivedColumns {
	if (!Number.isInteger(columns) || columns < 1)
		throw new RangeError(`A view needs 1 column or more, not ${columns}.`);
	if (!(to > from)) throw new RangeError(`A view cannot end at ${to} when it begins at ${from}.`);
	if (quantity === "changeRate") return deriveRate(capture, channel, from, to, columns);
	const column = (to - from) / columns;
	const sums = new ColumnSums(from, column, columns);
	const nothing = (): void => undefined;
	const visitor: EdgeVisitor = {
		begin: nothing,
		end: nothing,
		edges: (batch) =>
			deriveItems(batch, quantity, isInverted, capture.ticksPerMicro, (start, end, value) =>
				sums.add(start, end, value),
			),
	};
	const { isSampled, stretches } = stretchesToLookAt(capture, from, to, columns);
	const looked: readonly LookedAt[] = isSampled ? stretches : [widened(capture, channel, from, to)];
	for (const stretch of looked) walkEdges(capture, channel, stretch.from, stretch.to, visitor);
	return { from, to, min: sums.min, mean: sums.mean, max: sums.max, isSampled };
}

/** The view with the edges beside it that its first and last period need. */
function widened(capture: Capture, channel: number, from: number, to: number): LookedAt {
	const mask = 1 << channel;
	let [start, end] = [from, to];
	for (let edge = 0; edge < REACH; edge++) {
		start = previousEdge(capture, mask, start) ?? start;
		end = nextEdge(capture, mask, end) ?? end;
	}
	// The last edge itself counts.
	return { from: start, to: end + 1 };
}
