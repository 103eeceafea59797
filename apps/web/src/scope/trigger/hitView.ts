import type { TriggerAction } from "@gpioscope/logic";
import { fit, type TimeView, viewWith } from "../view/timeView.ts";

/** Share of the width that stays free at both sides of what a trigger keeps. */
const MARGIN = 0.02;

/**
 * The view of a hit: what the trigger looks at, when that is a time, else as much time as before; the hit stands at the
 * trigger's position.
 *
 * @param time of the hit, µs.
 * @param width of the plot, CSS pixels.
 */
export function hitView(before: TimeView, width: number, time: number, action: TriggerAction): TimeView {
	if (action.kind === "count") return viewWith(before, time);
	const { length, position } = action;
	const fitted =
		length.unit === "time"
			? fit(time - position * length.micros, time + (1 - position) * length.micros, width, MARGIN)
			: before;
	return viewWith(fitted, time, (MARGIN + position) / (1 + 2 * MARGIN));
}
