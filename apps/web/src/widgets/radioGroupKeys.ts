import type { KeyboardEvent, MouseEvent } from "react";

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Arrow keys walk the radios of a group, around its ends; Space or Enter picks. They only move the focus, since picking
 * may drive a pin, which must never happen on the way past.
 */
function walk(event: KeyboardEvent<HTMLElement>): void {
	const step = STEPS[event.key];
	const { activeElement } = document;
	if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || activeElement === null) return;
	const radios: Element[] = [...event.currentTarget.querySelectorAll('[role="radio"]:not(:disabled)')];
	const current = radios.indexOf(activeElement);
	if (current < 0) return;
	event.preventDefault();
	const next = radios[(current + step + radios.length) % radios.length];
	if (next instanceof HTMLElement) next.focus();
}

/** Picked by mouse: the arrows stay the view's, which steps along edges with them. */
function leaveToView({ detail, target }: MouseEvent<HTMLElement>): void {
	if (detail > 0 && target instanceof Element) target.closest<HTMLElement>('[role="radio"]')?.blur();
}

/** What a group of segments does with keys and clicks; spread it on the element with role radiogroup. */
export const radioGroupKeys = { onKeyDown: walk, onClick: leaveToView } as const;
