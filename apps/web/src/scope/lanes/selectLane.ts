import { selectGpio, uiStore } from "../../stores/uiStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { laneStore } from "./laneStore.ts";

/** Selects just these lanes; the first is the one measured, and selected in other views. */
export function selectLanes(gpios: readonly number[]): void {
	scopeStore.setState({ selected: gpios });
	selectGpio(gpios[0]);
}

/** Selects a lane; with `adding` it joins or leaves the selection. Selecting the only selected one again clears it. */
export function selectLane(gpio: number, adding: boolean): void {
	const { selected } = scopeStore.getState();
	const isIn = selected.includes(gpio);
	if (adding) selectLanes(isIn ? selected.filter((other) => other !== gpio) : [...selected, gpio]);
	else selectLanes(isIn && selected.length === 1 ? [] : [gpio]);
}

/** Follows a GPIO that was selected elsewhere, unfolding its lane if need be; the answer ends it. */
export function followSelection(): () => void {
	const follow = (gpio: number | undefined): void => {
		if (gpio === undefined || scopeStore.getState().selected[0] === gpio) return;
		const isFolded = !laneStore.getState().lanes.some((lane) => lane.gpio === gpio);
		scopeStore.setState({ selected: [gpio], ...(isFolded ? { idleOpen: true } : {}) });
	};
	follow(uiStore.getState().selectedGpio);
	return uiStore.subscribe((state, before) => {
		if (state.selectedGpio !== before.selectedGpio) follow(state.selectedGpio);
	});
}
