import type { KeyboardEvent } from "react";
import { selectGpio, uiStore } from "../../stores/uiStore.ts";
import { renamePin } from "../activity/pinActivityStore.ts";
import { pressPad, pulsePin } from "../activity/pinGestures.ts";
import { pickDriveTab } from "../pinsViewStore.ts";

/** Keys of a focused pin: Space acts, Enter opens, T toggles, P pulses, S shows its servo, F2 renames. */
export function handlePinKey(event: KeyboardEvent, gpio: number): void {
	if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
	if (/^[a-z]$/.test(event.key) && !uiStore.getState().singleKeys) return;
	switch (event.key) {
		case "Enter":
			selectGpio(gpio);
			document.querySelector<HTMLElement>("[data-pin-inspector]")?.focus();
			break;
		case " ":
		case "t":
			pressPad(gpio);
			break;
		case "p":
			selectGpio(gpio);
			pickDriveTab(gpio, "pulse");
			pulsePin("pad", gpio);
			break;
		case "s":
			selectGpio(gpio);
			pickDriveTab(gpio, "servo");
			break;
		case "F2":
			renamePin(gpio);
			break;
		default:
			return;
	}
	event.preventDefault();
	event.stopPropagation();
}
