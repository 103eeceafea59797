import type { WaveProblem } from "@gpioscope/logic";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { showError } from "../../actions/showError.ts";
import { isArmed, noteAction, setArmed } from "../../stores/uiStore.ts";
import { currentDocument } from "../model/editing.ts";
import { editorStore } from "../model/editorStore.ts";
import { inspectWave } from "../model/surroundings.ts";
import { player } from "./player.ts";

/** What stands between a press of Play and playing: exactly one of these. */
export type PlayQuestion =
	| { readonly kind: "none" }
	| { readonly kind: "notArmed" }
	| { readonly kind: "problem"; readonly problem: WaveProblem }
	/** These GPIOs of the wave are no outputs. */
	| { readonly kind: "outputs"; readonly gpios: readonly number[] }
	/** Another session or program sends a wave. */
	| { readonly kind: "taken"; readonly outputs: readonly number[] };

const questionStore = createStore<PlayQuestion>()(() => ({ kind: "none" }));

/** What is asked before playing. */
export function usePlayQuestion(): PlayQuestion {
	return useStore(questionStore);
}

/** Puts the question away. */
export function dismissQuestion(): void {
	questionStore.setState({ kind: "none" }, true);
}

/** Plays the open document, or asks what has to be settled first. */
export function requestPlay(): void {
	if (!isArmed()) {
		questionStore.setState({ kind: "notArmed" }, true);
		return;
	}
	const document = currentDocument();
	const { problems } = inspectWave(document, editorStore.getState().isRepeated);
	const error = problems.find((problem) => problem.severity === "error");
	if (error !== undefined) {
		questionStore.setState({ kind: "problem", problem: error }, true);
		return;
	}
	const gpios = problems.flatMap(({ remedy }) => (remedy?.kind === "makeOutputs" ? remedy.gpios : []));
	if (gpios.length > 0) questionStore.setState({ kind: "outputs", gpios }, true);
	else playWith();
}

/** Arms the page and asks again. */
export function armAndPlay(): void {
	setArmed(true);
	dismissQuestion();
	requestPlay();
}

/** Plays, making the given GPIOs outputs first; asks when that would stop somebody else's wave. */
export function playWith(outputs: readonly number[] = []): void {
	dismissQuestion();
	player.isTaken().then(
		(isTaken) => {
			if (isTaken) questionStore.setState({ kind: "taken", outputs }, true);
			else playNow(outputs);
		},
		(error: unknown) => showError("The wave was not played", error),
	);
}

/** Plays without further questions. */
export function playNow(outputs: readonly number[] = []): void {
	dismissQuestion();
	noteAction();
	void player.play(currentDocument(), editorStore.getState().isRepeated, outputs);
}

/** Plays, or stops what is playing. */
export function togglePlay(): void {
	if (player.store.getState().kind === "playing") void player.stop();
	else requestPlay();
}
