import { addElement, setShown, setText } from "../timeline/element.ts";
import { pixelOf, type Shown } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import { currentTriggerState, onTriggerStateChange } from "./currentTriggerState.ts";
import { onShownHitChange, shownHit } from "./shownHit.ts";
import styles from "./TriggerLayer.module.css";

/** The hit that the scope stands at, as a dashed line with a flag; and in the ruler's corner what is armed. */
export class TriggerLayer {
	readonly #line: HTMLElement;
	readonly #flag: HTMLElement;
	readonly #armed: HTMLElement;
	readonly #stops: (() => void)[];

	constructor(timeline: Timeline, ruler: HTMLElement) {
		this.#line = addElement(timeline.over, "div", styles["line"]);
		this.#flag = addElement(ruler, "div", styles["flag"]);
		this.#flag.setAttribute("role", "img");
		this.#armed = addElement(ruler, "div", styles["armed"]);
		this.#stops = [
			timeline.overlay((shown) => this.#place(shown)),
			// The ruler may count from the hit.
			onShownHitChange(() => timeline.refresh()),
			onTriggerStateChange(() => this.#sayArmed()),
		];
		this.#sayArmed();
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		for (const element of [this.#line, this.#flag, this.#armed]) element.remove();
	}

	#place(shown: Shown): void {
		const hit = shownHit();
		const x = hit === undefined ? Number.NEGATIVE_INFINITY : pixelOf(hit.hitTime, shown);
		const isShown = x >= -1 && x <= shown.width;
		for (const element of [this.#line, this.#flag]) {
			setShown(element, isShown);
			if (isShown) element.style.transform = `translateX(${x}px)`;
		}
		if (hit === undefined) return;
		setText(this.#flag, `T${hit.trigger}`);
		this.#flag.setAttribute("aria-label", `Trigger ${hit.trigger}, hit ${hit.hit}`);
		// At the right end the flag hangs to the left of its line.
		this.#flag.toggleAttribute("data-left", x > shown.width - this.#flag.offsetWidth);
	}

	#sayArmed(): void {
		const { text, tone } = currentTriggerState();
		setShown(this.#armed, tone === "armed");
		if (tone === "armed") setText(this.#armed, text ?? "");
	}
}
