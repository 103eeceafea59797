import { showError } from "../../actions/showError.ts";
import { type CaptureId, capturesStore, LIVE, shownCapture } from "../../bridge/index.ts";
import { captureName } from "../files/captureText.ts";
import { besideStore, nothingBeside } from "../lanes/besideStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { compareStore, endComparing } from "./compareStore.ts";
import { alignmentNow, otherEntry, pairingNow } from "./sides.ts";

/** Keeps the comparison in step with what is compared; the answer ends it. */
export function startComparing(): () => void {
	let asked = "";
	let isAsking = false;
	const compare = (): void => {
		const { other, tolerance } = compareStore.getState();
		if (other === undefined || isAsking) return;
		const alignment = alignmentNow();
		const { pairs } = pairingNow();
		if (alignment === undefined || pairs.length === 0) return;
		const { shown } = capturesStore.getState();
		const { shift } = alignment;
		const { mode } = scopeStore.getState();
		// A capture that grows is compared anew only when the view is paused.
		const key = JSON.stringify([shown, other, shift, tolerance, pairs, mode, endOf(shown), endOf(other)]);
		if (key === asked) return;
		asked = key;
		isAsking = true;
		shownCapture
			.compare(other, { shift, channels: pairs, tolerance })
			.then((differences) => {
				if (compareStore.getState().other === other && capturesStore.getState().shown === shown)
					compareStore.setState({ result: { differences, shift, pairs } });
			})
			.catch((error: unknown) => {
				endComparing();
				showError("Compare", error);
			})
			.finally(() => {
				isAsking = false;
				compare();
			});
	};
	const check = (): void => {
		const { other } = compareStore.getState();
		if (other === undefined) {
			asked = "";
			return;
		}
		if (otherEntry() === undefined || capturesStore.getState().shown === other) endComparing();
		else compare();
	};
	const stops = [
		compareStore.subscribe((state, before) => {
			if (state.result === before.result) check();
			if (state.result !== before.result || state.way !== before.way) makeRoom();
		}),
		capturesStore.subscribe(check),
		laneStore.subscribe(check),
		scopeStore.subscribe((state, before) => {
			const isMarked = state.named !== before.named || state.cursors.gold !== before.cursors.gold;
			if (isMarked || state.mode !== before.mode) check();
		}),
	];
	check();
	makeRoom();
	return () => {
		for (const stop of stops) stop();
		besideStore.setState(nothingBeside);
	};
}

/** Unfolds the lanes that differ, and gives each the room that the way of comparing takes. */
function makeRoom(): void {
	const { way, result } = compareStore.getState();
	const other = otherEntry();
	if (result === undefined || other === undefined) {
		besideStore.setState(nothingBeside);
		return;
	}
	const isBeside = way === "beside";
	besideStore.setState({
		other: isBeside ? captureName(other.source) : undefined,
		paired: new Set(isBeside ? result.pairs.map(({ first }) => first) : []),
		unfolded: new Set(result.differences.channels),
	});
}

/** Where a capture ends that only grows while it is being read. */
function endOf(id: CaptureId): number | undefined {
	if (id === LIVE) return undefined;
	return capturesStore.getState().entries.find((entry) => entry.id === id)?.facts.endTime;
}
