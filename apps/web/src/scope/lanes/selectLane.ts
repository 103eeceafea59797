import { selectGpio, uiStore } from "../../stores/uiStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { channelsStore } from "./channelsStore.ts";
import { laneStore } from "./laneStore.ts";

/** Selects just these lanes; the first is the one measured, and selected in other views. */
export function selectLanes(channels: readonly number[]): void {
	scopeStore.setState({ selected: channels });
	// A file's channels are no GPIOs: other views do not hear of them.
	if (channelsStore.getState().areGpios) selectGpio(channels[0]);
}

/**
 * Selects the lanes of a row; with `adding` they join or leave the selection. Selecting what alone is selected clears
 * it.
 */
export function selectLane(channels: readonly number[], adding: boolean): void {
	const { selected } = scopeStore.getState();
	const areIn = channels.every((channel) => selected.includes(channel));
	const others = selected.filter((channel) => !channels.includes(channel));
	if (adding) selectLanes(areIn ? others : [...others, ...channels]);
	else selectLanes(areIn && others.length === 0 ? [] : channels);
}

/** The list has the focus, not the header that was clicked: Space and arrows go on working the view. */
export function focusList(header: HTMLElement): void {
	header.closest<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
}

/** Follows a GPIO that was selected elsewhere, unfolding its lane if need be; the answer ends it. */
export function followSelection(): () => void {
	const follow = (gpio: number | undefined): void => {
		if (gpio === undefined || scopeStore.getState().selected[0] === gpio) return;
		if (!channelsStore.getState().areGpios) return;
		const isFolded = !laneStore.getState().lanes.some((lane) => lane.channel === gpio);
		scopeStore.setState({ selected: [gpio], ...(isFolded ? { idleOpen: true } : {}) });
	};
	follow(uiStore.getState().selectedGpio);
	const stops = [
		uiStore.subscribe((state, before) => {
			if (state.selectedGpio !== before.selectedGpio) follow(state.selectedGpio);
		}),
		channelsStore.subscribe((state, before) => {
			if (state.key === before.key) return;
			// Another capture has other lines: nothing is selected of a file, and of a Pi what was.
			scopeStore.setState({ selected: [] });
			follow(uiStore.getState().selectedGpio);
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}
