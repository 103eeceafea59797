import { bridge } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { showError } from "../showError.ts";
import { dropUndo, type UndoStep, undoStore } from "./undoStore.ts";

/** True when the last to change a GPIO was another session that is still there, or another program. */
function isTakenByOther(gpio: number): boolean {
	const author = pinsStore.getState().pins[gpio]?.changedBy;
	return (
		author !== undefined && author.left !== true && author.session !== connectionStore.getState().sessionId
	);
}

/** Takes back a change of this page, the last one unless told otherwise. Tells why when a pin could not be brought back. */
export async function undoPins(
	step: UndoStep | undefined = undoStore.getState().steps.at(-1),
): Promise<void> {
	if (step === undefined || !dropUndo(step)) return;
	noteAction();
	const taken = step.calls.map(({ args }) => args.gpio).find(isTakenByOther);
	if (taken !== undefined) {
		showError(
			`Undo ${step.label}`,
			new Error(`Somebody else has changed GPIO ${taken} since. It stays as it is.`),
		);
		return;
	}
	for (const { command, args } of step.calls) {
		try {
			await bridge.call(command, args);
		} catch (error) {
			showError(`Undo ${step.label}`, error);
			return;
		}
	}
}
