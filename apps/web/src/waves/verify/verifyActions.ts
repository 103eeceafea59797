import { editorStore } from "../model/editorStore.ts";
import { fitLength } from "../model/viewport.ts";
import { type FailedEdge, failuresOf } from "./failures.ts";
import { verifyStore } from "./verifyStore.ts";

/** Shows drawing or comparing. */
export function setMode(mode: "edit" | "verify"): void {
	editorStore.setState({ mode });
}

/** Brings an edge into the middle of the plot, near enough to see its deviation. */
export function showEdge(edge: FailedEdge): void {
	const { plotWidth } = editorStore.getState();
	const verify = verifyStore.getState();
	if (verify.kind !== "done") return;
	const { length } = verify.playing.document;
	const scale = Math.min(fitLength(length, plotWidth).scale, Math.max(1, Math.abs(edge.deviation ?? 0) / 40));
	const name = edge.isExtra ? "Not drawn" : edge.deviation === undefined ? "Missing" : "Late";
	editorStore.setState({
		mode: "verify",
		view: { from: edge.time - (scale * plotWidth) / 2, scale },
		announcement: `${name} edge of GPIO ${edge.gpio} at ${Math.round(edge.time)} microseconds.`,
	});
}

/** Goes to the next or previous failed edge from the middle of the plot. */
export function jumpToFailure(direction: 1 | -1): void {
	const verify = verifyStore.getState();
	const { view, plotWidth } = editorStore.getState();
	if (verify.kind !== "done" || view === undefined) return;
	const middle = view.from + (view.scale * plotWidth) / 2;
	const failed = failuresOf(verify.verdict);
	const margin = Math.max(1, view.scale);
	const next =
		direction === 1
			? failed.find((edge) => edge.time > middle + margin)
			: failed.findLast((edge) => edge.time < middle - margin);
	const wrapped = next ?? (direction === 1 ? failed[0] : failed.at(-1));
	if (wrapped !== undefined) showEdge(wrapped);
}
