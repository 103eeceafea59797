import { bridge } from "../../bridge/index.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { showError } from "../showError.ts";
import { dropUndo, type UndoStep, undoStore } from "./undoStore.ts";

/** Takes back a change of this page, the last one unless told otherwise. Tells why when a pin could not be brought back. */
export async function undoPins(
	step: UndoStep | undefined = undoStore.getState().steps.at(-1),
): Promise<void> {
	if (step === undefined || !dropUndo(step)) return;
	noteAction();
	for (const { command, args } of step.calls) {
		try {
			await bridge.call(command, args);
		} catch (error) {
			showError(`Undo ${step.label}`, error);
			return;
		}
	}
}
