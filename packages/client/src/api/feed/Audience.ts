import { runApart } from "../../Listeners.ts";
import type { Edge, Gap } from "../records.ts";
import type { Timeline } from "./Timeline.ts";
import type { Watch } from "./Watch.ts";

const LINES = 32;

/** GPIOs 0 to 31 and events 0 to 31, one bit each. */
export interface Masks {
	readonly bits: number;
	readonly events: number;
}

/** Those who watch, and what each of them is told. */
export class Audience {
	readonly #timeline: Timeline;
	// Replaced and never changed, so that a listener may add and stop watches while it is told.
	#watches: readonly Watch[] = [];
	readonly #byGpio: (readonly Watch[])[] = Array.from({ length: LINES }, () => []);

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
	}

	/** All who watch. */
	get watches(): readonly Watch[] {
		return this.#watches;
	}

	set watches(watches: readonly Watch[]) {
		this.#watches = watches;
		for (let gpio = 0; gpio < LINES; gpio++) {
			this.#byGpio[gpio] = watches.filter(({ bits }) => ((bits >>> gpio) & 1) === 1);
		}
	}

	/** What all of them together want. */
	get wanted(): Masks {
		let bits = 0;
		let events = 0;
		for (const watch of this.#watches) {
			bits |= watch.bits;
			events |= watch.events;
		}
		return { bits: bits >>> 0, events: events >>> 0 };
	}

	/** Some lines changed: everybody is told, or only one. */
	tellEdges(changed: number, levels: number, tick: number, time: number, gap?: Gap, only?: Watch): void {
		const { epoch } = this.#timeline;
		for (let rest = changed; rest !== 0; rest &= rest - 1) {
			const gpio = 31 - Math.clz32(rest & -rest);
			const level = ((levels >>> gpio) & 1) as 0 | 1;
			let made: Edge | undefined;
			for (const watch of only === undefined ? (this.#byGpio[gpio] ?? []) : [only]) {
				if (!watch.wants(level, time)) continue;
				const edge = made ?? {
					kind: "edge",
					gpio,
					level,
					tick,
					time,
					epoch,
					...(gap === undefined ? {} : { gap }),
				};
				made = edge;
				runApart(() => watch.options.onEdge?.(edge));
			}
		}
	}

	/** A GPIO's watchdog has run out: everybody is told, or only one. */
	tellTimeout(gpio: number, tick: number, only?: Watch): void {
		const time = this.#timeline.timeOf(tick);
		const { epoch } = this.#timeline;
		for (const watch of this.#byGpio[gpio] ?? []) {
			if (!watch.covers(time) || (only ?? watch) !== watch) continue;
			runApart(() => watch.options.onTimeout?.({ kind: "timeout", gpio, level: 2, tick, time, epoch }));
		}
	}

	/** An event: everybody is told, or only one. */
	tellEvent(event: number, tick: number, only?: Watch): void {
		const time = this.#timeline.timeOf(tick);
		const { epoch } = this.#timeline;
		for (const watch of this.#watches) {
			if (((watch.events >>> event) & 1) === 0 || (only ?? watch) !== watch || !watch.covers(time)) continue;
			runApart(() => watch.options.onEvent?.({ kind: "event", event, tick, time, epoch }));
		}
	}

	/** Something may have been missed. */
	tellGap(gap: Gap): void {
		for (const watch of this.#watches) {
			if (watch.isActive && watch.isReady) runApart(() => watch.options.onGap?.(gap));
		}
	}
}
