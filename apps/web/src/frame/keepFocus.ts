import { FOCUSABLE, focusMain } from "./regions.ts";

/** What floats over the page; what goes from within it leaves the focus there. */
const FLOATING = "[role=dialog], [role=menu]";

/** Where a key was pressed. */
interface Place {
	readonly element: HTMLElement;
	/** What it stands in, the nearest first. */
	readonly around: readonly Element[];
	readonly box: DOMRect;
}

/**
 * Keeps the focus where keys are pressed. A control that is pressed may go (*Open* becomes *Close*, a row is deleted, a
 * field has done) or be barred until the daemon has answered: the browser then lets the focus fall to the page, and
 * whoever works by keys or hears the page has lost the place. What stands nearest takes the focus over; what was barred
 * has it back. Who uses the mouse has no place to lose.
 * @returns what ends it
 */
export function startKeepingFocus(): () => void {
	let inPage: Place | undefined;
	let floating: Place | undefined;
	/** The control that was barred with the focus on it. */
	let barred: HTMLElement | undefined;
	/** A key that is held must not press what takes the focus over. */
	let isHeld = false;
	let frame: number | undefined;

	const restore = (): void => {
		frame = undefined;
		const last = floating ?? inPage;
		if (last === undefined || isHeld || document.activeElement !== document.body) return;
		const { element } = last;
		if (element.matches(":disabled")) barred = element;
		else if (element === barred) element.focus({ preventScroll: true });
		else if (!element.isConnected) {
			const next = (floating && nearestTo(floating)) ?? (inPage && nearestTo(inPage));
			if (next === undefined) focusMain();
			else next.focus({ preventScroll: true });
		}
	};
	// After what puts the focus somewhere of its own accord.
	const onChange = (): void => {
		if ((floating ?? inPage) === undefined || document.activeElement !== document.body) return;
		frame ??= requestAnimationFrame(restore);
	};
	const onKeyDown = ({ target }: KeyboardEvent): void => {
		isHeld = true;
		if (!(target instanceof HTMLElement) || target === document.body) return;
		const isFloating = target.closest(FLOATING) !== null;
		floating = isFloating ? placeOf(target) : undefined;
		if (!isFloating) inPage = placeOf(target);
		barred = undefined;
	};
	const onKeyUp = (): void => {
		isHeld = false;
		onChange();
	};
	const forget = (): void => {
		inPage = undefined;
		floating = undefined;
	};
	const observer = new MutationObserver(onChange);
	observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
	window.addEventListener("keydown", onKeyDown, true);
	window.addEventListener("keyup", onKeyUp, true);
	window.addEventListener("pointerdown", forget, true);
	return () => {
		observer.disconnect();
		if (frame !== undefined) cancelAnimationFrame(frame);
		window.removeEventListener("keydown", onKeyDown, true);
		window.removeEventListener("keyup", onKeyUp, true);
		window.removeEventListener("pointerdown", forget, true);
	};
}

function placeOf(element: HTMLElement): Place {
	const around: Element[] = [];
	for (let at = element.parentElement; at !== null; at = at.parentElement) {
		around.push(at);
		if (at.matches(`main, aside, header, nav, footer, ${FLOATING}`)) break;
	}
	return { element, around, box: element.getBoundingClientRect() };
}

/** The control that is there and nearest to a place, in the smallest part around it that has one. */
function nearestTo({ element, around, box }: Place): HTMLElement | undefined {
	if (element.isConnected) return element;
	const away = (one: HTMLElement): number => {
		const { left, top } = one.getBoundingClientRect();
		return Math.abs(left - box.left) + Math.abs(top - box.top);
	};
	for (const part of around) {
		if (!part.isConnected) continue;
		if (part instanceof HTMLElement && part.tabIndex >= 0) return part;
		const controls = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
			(one) => one.role !== "separator" && one.checkVisibility(),
		);
		const [first, ...others] = controls;
		if (first !== undefined)
			return others.reduce((best, one) => (away(one) < away(best) ? one : best), first);
	}
	return undefined;
}
