import { removeTrack, type WaveRemedy } from "@gpioscope/logic";
import { showError } from "../../actions/showError.ts";
import { bridge } from "../../bridge/index.ts";
import { isArmed, noteAction } from "../../stores/uiStore.ts";
import { change } from "../model/editing.ts";
import { editorStore } from "../model/editorStore.ts";

/** The button that does something about a problem. */
export interface RemedyButton {
	readonly label: string;
	/** True when it changes a pin, which only an armed page does. */
	readonly needsArm: boolean;
	run(): void;
}

/** Turns a remedy into its button. */
export function remedyFor(remedy: WaveRemedy): RemedyButton {
	switch (remedy.kind) {
		case "makeOutputs": {
			const { gpios } = remedy;
			const label = gpios.length === 1 ? "Make output" : "Make outputs";
			return { label, needsArm: true, run: () => gpios.forEach(makeOutput) };
		}
		case "removeTrack":
			return {
				label: "Remove track",
				needsArm: false,
				run: () => change((document) => removeTrack(document, remedy.gpio)),
			};
		case "addTrack":
			return {
				label: "Add track",
				needsArm: false,
				run: () => editorStore.setState({ isAddingTrack: true }),
			};
	}
}

function makeOutput(gpio: number): void {
	if (!isArmed()) {
		showError("View only", new Error("Arm to change pins."));
		return;
	}
	noteAction();
	bridge
		.call("setMode", { gpio, mode: 1 })
		.catch((error: unknown) => showError(`GPIO ${gpio} is no output`, error));
}
