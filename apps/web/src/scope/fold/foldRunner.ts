import { capturesStore, LIVE, shownCapture, shownEntry, shownStore } from "../../bridge/index.ts";
import { isInView } from "../actions/here.ts";
import { filesStore } from "../files/filesStore.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import type { Break } from "../view/TimeMap.ts";
import type { FoldHold } from "../view/viewport.ts";
import { foldChoice, foldChoices, foldStore, openIdle } from "./foldStore.ts";
import { breaksOf, type FoundStretches, joinStretches, MOST_BREAKS, resumeFrom } from "./idleBreaks.ts";

/** Between two looks at what came in, ms. */
const CALM_MS = 1000;
/** And so many times as long as the last one took. */
const PAUSE = 4;

/** What is collapsed depends on these. */
interface Wish {
	readonly capture: string;
	/** µs. */
	readonly threshold: number;
	/** The lanes on screen. */
	readonly mask: number;
}

type Found = Wish & FoundStretches;

/** Keeps the view folded as a person chose, while it stands still; the answer ends it. */
export function startFolding(): () => void {
	let found: Found | undefined;
	let isAsking = false;
	let isEnded = false;
	let readyAt = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const fold = (hold: FoldHold): void => {
		const breaks = found === undefined ? [] : breaksNow(found);
		const { from, to } = viewport.view;
		const swallowing = breaks.find((one) => one.from <= from && one.to >= to);
		if (hold.kind === "edges" && swallowing !== undefined) {
			// Where all that is looked at would be one break, there would be nothing left to look at.
			openIdle((from + to) / 2);
			return;
		}
		foldStore.setState({ stretches: found?.stretches ?? [], breaks });
		viewport.fold(breaks, hold);
	};
	const ask = (wish: Wish, before: Found | undefined): void => {
		const { firstTime, endTime } = shownStore.getState();
		const from = before === undefined ? firstTime : Math.max(firstTime, resumeFrom(before, wish.threshold));
		const start = performance.now();
		isAsking = true;
		shownCapture
			.idle(wish.mask, wish.threshold, from, endTime, MOST_BREAKS)
			.then((stretches) => {
				if (isEnded || !isSame(wish, wishNow())) return;
				const hold = holdFor(found, wish);
				found = {
					...wish,
					...(before ? joinStretches(before, stretches, endTime) : { stretches, lookedTo: endTime }),
				};
				fold(hold);
			})
			.catch((error: unknown) => console.error("The capture did not answer.", error))
			.finally(() => {
				isAsking = false;
				const now = performance.now();
				readyAt = now + Math.max(CALM_MS, PAUSE * (now - start));
				check();
			});
	};
	const check = (): void => {
		if (isEnded) return;
		const wish = wishNow();
		if (wish === undefined) {
			const hadBreaks = found !== undefined;
			found = undefined;
			if (hadBreaks) fold({ kind: "edges" });
			return;
		}
		if (isAsking) return;
		const { endTime } = shownStore.getState();
		if (!isSame(wish, found) || found === undefined || endTime < found.lookedTo) {
			ask(wish, undefined);
			return;
		}
		if (endTime === found.lookedTo || timer !== undefined) return;
		timer = setTimeout(
			() => {
				timer = undefined;
				const now = wishNow();
				if (isEnded || isAsking || found === undefined || !isSame(now, found)) check();
				else ask(found, found);
			},
			Math.max(0, readyAt - performance.now()),
		);
	};
	const stops = [
		foldChoices.subscribe(check),
		laneStore.subscribe(check),
		shownStore.subscribe(check),
		channelsStore.subscribe(check),
		filesStore.subscribe((state, before) => {
			if (state.facts !== before.facts) check();
		}),
		scopeStore.subscribe((state, before) => {
			if (state.mode !== before.mode) check();
		}),
		capturesStore.subscribe((state, before) => {
			if (state.shown === before.shown) return;
			found = undefined;
			foldStore.setState({ stretches: [], breaks: [], opened: [] });
			check();
		}),
		foldStore.subscribe((state, before) => {
			if (state.opened !== before.opened && found !== undefined && isSame(found, wishNow()))
				fold({ kind: "edges" });
		}),
	];
	check();
	return () => {
		isEnded = true;
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
}

/** What is to be collapsed now; undefined when nothing is, as time passes or the file is not there yet. */
function wishNow(): Wish | undefined {
	const choice = foldChoice();
	const { firstTime, endTime } = shownStore.getState();
	if (choice?.isOn !== true || scopeStore.getState().mode !== "paused" || endTime <= firstTime)
		return undefined;
	const { id, source } = shownEntry();
	if (source.kind === "file" && filesStore.getState().facts[id] === undefined) return undefined;
	const mask = laneStore
		.getState()
		.rows.reduce((all, row) => (row.kind === "group" ? all : all | rowMask(row)), 0);
	return mask === 0 ? undefined : { capture: id, threshold: choice.threshold, mask };
}

function isSame(a: Wish | undefined, b: Wish | undefined): boolean {
	return a?.capture === b?.capture && a?.threshold === b?.threshold && a?.mask === b?.mask;
}

function breaksNow({ capture, stretches, lookedTo, threshold }: Found): readonly Break[] {
	// What reaches to the end of a capture that grows is not over yet.
	const over = capture === LIVE ? stretches.filter(({ to }) => to < lookedTo) : stretches;
	return breaksOf(over, threshold, foldStore.getState().opened);
}

/** What a person asks for leaves both edges of the view where they are; what comes by itself moves nothing under the eyes. */
function holdFor(found: Found | undefined, wish: Wish): FoldHold {
	if (found?.capture !== wish.capture || found.threshold !== wish.threshold) return { kind: "edges" };
	const { blue } = scopeStore.getState().cursors;
	return { kind: "time", time: blue !== undefined && isInView(blue) ? blue : viewport.view.from };
}
