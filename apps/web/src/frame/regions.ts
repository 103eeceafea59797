const LANDMARKS = "header, nav, [role=toolbar], main, aside, section[aria-label], footer";
export const FOCUSABLE =
	"button:not(:disabled), a[href], input:not(:disabled), select, textarea, [tabindex]:not([tabindex='-1'])";

/** Moves the focus to the next (1) or previous (-1) region of the page, so that no region is a trap for the keyboard. */
export function focusRegion(direction: 1 | -1): void {
	const regions = [...document.querySelectorAll<HTMLElement>(LANDMARKS)].filter(
		(region) => region.offsetParent !== null && entryOf(region) !== undefined,
	);
	if (regions.length === 0) return;
	const current = regions.findLastIndex((region) => region.contains(document.activeElement));
	const from = current === -1 && direction === -1 ? 0 : current;
	const next = regions[(from + direction + regions.length) % regions.length];
	if (next !== undefined) entryOf(next)?.focus();
}

function entryOf(region: HTMLElement): HTMLElement | undefined {
	return region.querySelector<HTMLElement>(FOCUSABLE) ?? undefined;
}

/** Moves the focus to the current view, past everything before it. */
export function focusMain(): void {
	document.getElementById("main")?.focus();
}
