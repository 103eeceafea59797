/** Id of the field that takes commands. */
export const FIELD_ID = "console-line";

/** Puts the keyboard into the field. */
export function focusField(): void {
	document.getElementById(FIELD_ID)?.focus();
}
