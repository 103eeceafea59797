import { formatSpan, type Stretch } from "@gpioscope/logic";
import { here } from "../actions/here.ts";
import { viewport } from "../mainViewport.ts";
import type { Break, DrawnBreak } from "../view/TimeMap.ts";
import { foldChoice, foldStore, openIdle, setFoldChoice } from "./foldStore.ts";
import { idleLength, pickThreshold } from "./idleBreaks.ts";

/** Collapses idle time by what is on screen, or shows all time again. */
export function toggleFold(): void {
	const choice = foldChoice();
	if (choice?.isOn === true) setFoldChoice({ ...choice, isOn: false });
	else {
		const { from, to } = viewport.view;
		setFoldChoice({ isOn: true, threshold: pickThreshold(to - from) });
	}
}

/** The break that is drawn at a CSS pixel of the plot. */
export function breakAtPixel(x: number): DrawnBreak | undefined {
	const { map, axis } = viewport.place;
	return map.breakAt(axis.from + x * viewport.scale);
}

/** Shows the idle stretch of a break as it is. */
export function openBreak({ from, to }: Break): void {
	openIdle((from + to) / 2);
}

/** The break that a capture time (µs) lies in. */
export function breakAtTime(time: number): Break | undefined {
	const { map } = viewport.place;
	return map.breakAt(map.axisOf(time));
}

/** The idle stretch that a capture time (µs) lies in, if it was opened. */
export function openedAt(time: number): Stretch | undefined {
	const { stretches, opened } = foldStore.getState();
	return stretches.find(
		({ from, to }) => time >= from && time <= to && opened.some((one) => one >= from && one <= to),
	);
}

/** Collapses an idle stretch again that was opened. */
export function closeIdle({ from, to }: Stretch): void {
	foldStore.setState((state) => ({ opened: state.opened.filter((time) => time < from || time > to) }));
}

/** What is at the cursor: the opened stretch around it, else the break around it or nearest to it in sight. */
export function idleAtCursor(): { readonly kind: "break" | "opened"; readonly stretch: Stretch } | undefined {
	const { map, axis } = viewport.place;
	const cursor = here();
	const opened = openedAt(cursor);
	if (opened !== undefined) return { kind: "opened", stretch: opened };
	const place = map.axisOf(cursor);
	const distanceTo = ({ axisFrom, axisTo }: DrawnBreak): number =>
		Math.max(axisFrom - place, place - axisTo, 0);
	const [nearest] = [...map.breaksIn(axis)].sort((a, b) => distanceTo(a) - distanceTo(b));
	return nearest === undefined ? undefined : { kind: "break", stretch: nearest };
}

/** Length of a collapsed stretch, as it stands in its band: `12.3 s`. */
export function breakLabel(one: Break): string {
	return formatSpan(lengthOf(one), { significant: 3 });
}

/** What a break is, in words. */
export function breakExplanation(one: Break): string {
	return `Idle for ${formatSpan(lengthOf(one))}, click to open`;
}

function lengthOf(one: Break): number {
	return idleLength(one, foldChoice()?.threshold ?? 0);
}
