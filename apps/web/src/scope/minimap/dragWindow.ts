import type { TimeView } from "../view/timeView.ts";

/** What a drag in the overview takes hold of. */
export type MinimapGrip = "left" | "right" | "window" | "elsewhere";

/**
 * The view after a drag in the overview from one capture time to another (µs): one of the window's edges moves, or a
 * new one is pulled open. None gets shorter than `least` µs, and an edge stops at the other one.
 */
export function dragWindow(
	grip: Exclude<MinimapGrip, "window">,
	view: TimeView,
	start: number,
	time: number,
	least: number,
): TimeView {
	switch (grip) {
		case "left":
			return { from: Math.min(view.from + time - start, view.to - least), to: view.to };
		case "right":
			return { from: view.from, to: Math.max(view.to + time - start, view.from + least) };
		case "elsewhere":
			return time < start
				? { from: Math.min(time, start - least), to: start }
				: { from: start, to: Math.max(time, start + least) };
	}
}
