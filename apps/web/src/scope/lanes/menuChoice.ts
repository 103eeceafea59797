import { createScopedKeydownHandler } from "@mantine/core";
import type { KeyboardEvent } from "react";

/** Up and down walk all items of the menu, as they do from its other items. */
const upAndDown = createScopedKeydownHandler({
	siblingSelector: "[data-menu-item]:not([data-disabled])",
	parentSelector: "[data-menu-dropdown]",
	orientation: "vertical",
});

/** Left and right stay within the choice. */
function sideways(event: KeyboardEvent<HTMLButtonElement>): void {
	const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
	const choice = event.currentTarget.closest("[role=group]");
	if (step === 0 || choice === null) return;
	const buttons = [...choice.querySelectorAll<HTMLElement>("[data-menu-item]:not(:disabled)")];
	const at = buttons.indexOf(event.currentTarget);
	event.preventDefault();
	buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** What makes a button an item of a menu that stands beside others in one line. */
export const besideInMenu = {
	tabIndex: -1,
	"data-menu-item": true,
	onKeyDown: (event: KeyboardEvent<HTMLButtonElement>): void => {
		sideways(event);
		upAndDown(event);
	},
} as const;
