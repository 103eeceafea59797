import { selectGpio } from "../../stores/uiStore.ts";
import { scopeStore } from "../scopeStore.ts";

/** Selects a lane; with `adding` it joins or leaves the selection. Selecting the only selected one again clears it. */
export function selectLane(gpio: number, adding: boolean): void {
	const { selected } = scopeStore.getState();
	const isIn = selected.includes(gpio);
	let next: readonly number[];
	if (adding) next = isIn ? selected.filter((other) => other !== gpio) : [...selected, gpio];
	else next = isIn && selected.length === 1 ? [] : [gpio];
	scopeStore.setState({ selected: next });
	selectGpio(next[0]);
}
