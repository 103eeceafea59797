import { boardOf } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { shownStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { dealtColours } from "../../stores/dealtColours.ts";
import { namesStore, stylesOf } from "../../stores/namesStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { phoneMedia } from "../../theme/phone.ts";
import { scopeStore } from "../scopeStore.ts";
import { LaneColors } from "./laneColors.ts";
import { type LaneLayout, laneSizes, layOutLanes } from "./laneLayout.ts";

/** GPIOs a capture has channels for: those of the first bank that a header can have. */
const ALL_GPIOS = Array.from({ length: 28 }, (_, gpio) => gpio);
const CHANNELS = 32;

interface LaneState extends LaneLayout {
	/** Counts up when lanes come, go or move, for those who draw. */
	readonly revision: number;
}

/** The lanes as they lie now. */
export const laneStore = createStore<LaneState>()(() => ({
	lanes: [],
	idleRow: undefined,
	height: 0,
	revision: 0,
}));

const active = new Set<number>();
const colors = new LaneColors();

function gpiosOfTarget(): readonly number[] {
	const state = connectionStore.getState().target?.state;
	if (state === undefined || !("revision" in state)) return laneGpios;
	const gpios = boardOf(state.revision).gpios.filter((gpio) => gpio < CHANNELS);
	return gpios.length === 0 ? ALL_GPIOS : gpios;
}

/** Of the board seen last: a lost connection takes no lane away. */
let laneGpios: readonly number[] = ALL_GPIOS;

/** For so long after the first data lanes are still being found, ms. */
const SETTLING_MS = 2500;
let settledAt: number | undefined;

function layOut(): void {
	if (active.size > 0) settledAt ??= performance.now() + SETTLING_MS;
	// Until then colours are dealt anew, so that they follow the order of the lanes.
	if (settledAt === undefined || performance.now() < settledAt) colors.forget();
	laneGpios = gpiosOfTarget();
	const names = namesStore.getState();
	const styles = stylesOf(names);
	const { idleOpen, laneHeight } = scopeStore.getState();
	const hidden = new Set(laneGpios.filter((gpio) => styles[gpio]?.hidden === true));
	const layout = layOutLanes({
		gpios: laneGpios,
		active,
		hidden,
		order: names.order[names.pi] ?? [],
		colorOf: (gpio) => styles[gpio]?.colour ?? colors.colorOf(gpio),
		idleOpen,
		size: phoneMedia.matches ? laneSizes.phone : laneSizes[laneHeight],
	});
	dealtColours.setState({ byGpio: Object.fromEntries(layout.lanes.map(({ gpio, color }) => [gpio, color])) });
	laneStore.setState(({ revision }) => ({ ...layout, revision: revision + 1 }));
}

/** Lanes that changed stay unfolded for as long as the page is open, so that nothing jumps when a line rests. */
function noteActivity(changesPerSecond: readonly number[]): void {
	const before = active.size;
	changesPerSecond.forEach((rate, gpio) => {
		if (rate > 0) active.add(gpio);
	});
	for (const pin of Object.values(pinsStore.getState().pins)) {
		if (pin.drive.kind !== "none") active.add(pin.gpio);
	}
	// A Pi on which nothing has ever moved folds nothing: its true levels are all there is to see.
	if (active.size === 0 && hasBeenQuiet()) for (const gpio of gpiosOfTarget()) active.add(gpio);
	if (active.size !== before) layOut();
}

function hasBeenQuiet(): boolean {
	const { firstTime, endTime, known } = shownStore.getState();
	return known !== 0 && endTime - firstTime > SETTLING_MS * 1000;
}

/** All lanes in their order, folded ones included: what dragging one rearranges. */
export function laneOrder(): readonly number[] {
	const names = namesStore.getState();
	const order = names.order[names.pi] ?? [];
	const place = (gpio: number): number => {
		const index = order.indexOf(gpio);
		return index < 0 ? order.length + gpio : index;
	};
	return [...laneGpios].sort((a, b) => place(a) - place(b));
}

/** Unfolds the lanes that show activity, and keeps the layout in step with names, board and choices. */
export function startLanes(): () => void {
	layOut();
	noteActivity(shownStore.getState().changesPerSecond);
	const stops = [
		shownStore.subscribe((state) => noteActivity(state.changesPerSecond)),
		pinsStore.subscribe(() => noteActivity([])),
		namesStore.subscribe(layOut),
		connectionStore.subscribe((state, before) => {
			if (state.target !== before.target) layOut();
		}),
		scopeStore.subscribe((state, before) => {
			if (state.idleOpen !== before.idleOpen || state.laneHeight !== before.laneHeight) layOut();
		}),
	];
	phoneMedia.addEventListener("change", layOut);
	return () => {
		for (const stop of stops) stop();
		phoneMedia.removeEventListener("change", layOut);
	};
}
