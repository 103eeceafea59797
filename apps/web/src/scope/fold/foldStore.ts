import type { Stretch } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import type { Break } from "../view/TimeMap.ts";

/** Whether idle time is collapsed, and how long nothing must happen for that, µs. */
export interface FoldChoice {
	readonly isOn: boolean;
	readonly threshold: number;
}

interface ChoiceState {
	/** By the key of the channels: of a Pi, or of a file. */
	readonly byKey: Readonly<Record<string, FoldChoice>>;
}

/** What a person chose, kept per Pi and per file in the browser. */
export const foldChoices = createStore<ChoiceState>()(
	persist((): ChoiceState => ({ byKey: {} }), { name: "gpioscope.fold", version: 1 }),
);
followStorage(foldChoices);

interface FoldState {
	/** Idle stretches of the shown capture that are longer than the threshold, in order of time. */
	readonly stretches: readonly Stretch[];
	/** What is collapsed in the view now, in order of time. */
	readonly breaks: readonly Break[];
	/** Times, µs, in idle stretches that a person opened. */
	readonly opened: readonly number[];
}

/** What is collapsed in the shown capture. */
export const foldStore = createStore<FoldState>()(() => ({ stretches: [], breaks: [], opened: [] }));

/** The choice for the shown capture; undefined before there was one. */
export function foldChoice(key = channelsStore.getState().key): FoldChoice | undefined {
	return foldChoices.getState().byKey[key];
}

/** Chooses for the shown capture; what was opened is collapsed again. */
export function setFoldChoice(choice: FoldChoice): void {
	const { key } = channelsStore.getState();
	foldChoices.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: choice } }));
	foldStore.setState({ opened: [] });
}

/** Shows the idle stretch around a time (µs) as it is. */
export function openIdle(time: number): void {
	foldStore.setState(({ opened }) => ({ opened: [...opened, time] }));
}
