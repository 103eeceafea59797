import { FOCUSABLE, focusMain } from "./regions.ts";

/** What floats over the page; what goes from within it leaves the focus there. */
const FLOATING = "[role=dialog], [role=menu]";

/** A control that is barred for longer has nothing left to do: it does not only wait for an answer. */
const PATIENCE_MS = 1000;

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
	let patience: ReturnType<typeof setTimeout> | undefined;

	/** Where the focus was last, if it is lost and may be given to another. */
	const lost = (): Place | undefined =>
		isHeld || document.activeElement !== document.body ? undefined : (floating ?? inPage);
	const goOn = (): void => {
		const next = (floating && nearestTo(floating)) ?? (inPage && nearestTo(inPage));
		if (next === undefined) focusMain();
		else next.focus({ preventScroll: true });
	};
	const calmDown = (): void => {
		clearTimeout(patience);
		patience = undefined;
	};
	const restore = (): void => {
		frame = undefined;
		const element = lost()?.element;
		if (element === undefined) return;
		// What is gone may be barred, too.
		if (!element.isConnected) goOn();
		else if (element.matches(":disabled")) {
			patience ??= setTimeout(() => {
				patience = undefined;
				if (lost()?.element === element && element.matches(":disabled")) goOn();
			}, PATIENCE_MS);
		} else if (element === barred) element.focus({ preventScroll: true });
	};
	const onChange = (): void => {
		const element = (floating ?? inPage)?.element;
		if (element === undefined) return;
		if (element.isConnected && element.matches(":disabled")) barred = element;
		if (document.activeElement !== document.body && element !== barred) return;
		// After what puts the focus somewhere of its own accord, and after the browser has taken it from what was barred,
		// which it does behind the callbacks of a frame.
		frame ??= requestAnimationFrame(() => {
			frame = requestAnimationFrame(restore);
		});
	};
	const onKeyDown = ({ target }: KeyboardEvent): void => {
		isHeld = true;
		if (!(target instanceof HTMLElement) || target === document.body) return;
		const isFloating = target.closest(FLOATING) !== null;
		floating = isFloating ? placeOf(target) : undefined;
		if (!isFloating) inPage = placeOf(target);
		barred = undefined;
		calmDown();
	};
	const onKeyUp = (): void => {
		isHeld = false;
		onChange();
	};
	const forget = (): void => {
		inPage = undefined;
		floating = undefined;
		calmDown();
	};
	const observer = new MutationObserver(onChange);
	observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
	window.addEventListener("keydown", onKeyDown, true);
	window.addEventListener("keyup", onKeyUp, true);
	window.addEventListener("pointerdown", forget, true);
	return () => {
		observer.disconnect();
		calmDown();
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
	if (element.isConnected && !element.matches(":disabled")) return element;
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
