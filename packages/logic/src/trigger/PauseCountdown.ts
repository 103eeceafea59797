import type { Trigger, TriggerAction } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import { extentOf, type Hit, type HitWindow, isBehind, isCaptured, windowOf } from "./HitWindow.ts";

/** The view is to pause: because of which hit, and what was to be captured around it. Ticks. */
export interface TriggeredPause {
	readonly trigger: number;
	/** Which hit of that trigger. */
	readonly hit: number;
	readonly hitTime: number;
	readonly from: number;
	/** The newest moment that the paused view shows. */
	readonly to: number;
}

/** A hit of a trigger that pauses. */
export interface PausingHit extends Hit {
	readonly trigger: Trigger & { readonly action: Extract<TriggerAction, { kind: "pause" }> };
	/** Which hit of the trigger. */
	readonly count: number;
}

/**
 * Counts down from the first hit to the pause. As in piscope each trigger does so once until live is entered again,
 * only while live, and one that hits during a countdown can make it longer, never shorter.
 */
export class PauseCountdown {
	readonly #capture: Capture;
	readonly #fired = new Set<number>();
	#running: { readonly first: PausingHit; readonly windows: HitWindow[] } | undefined;
	#isLive = true;

	constructor(capture: Capture) {
		this.#capture = capture;
	}

	/** Live has been entered, which arms all triggers again, or left, which ends the countdown. */
	set isLive(isLive: boolean) {
		this.#isLive = isLive;
		this.#running = undefined;
		if (isLive) this.#fired.clear();
	}

	/** Whether a hit of the trigger would do something. */
	isArmed(number: number): boolean {
		return this.#isLive && !this.#fired.has(number);
	}

	/** Whether its hit is being counted down from. */
	isCounting(number: number): boolean {
		return this.#running !== undefined && this.#fired.has(number);
	}

	/** The trigger is not the same any more. */
	forget(number: number): void {
		this.#fired.delete(number);
	}

	/** Takes the hits of armed triggers, in order. */
	take(hits: readonly PausingHit[]): void {
		for (const hit of hits) {
			const { trigger } = hit;
			// What comes behind the pause is not live any more.
			if (this.#running?.windows.every((window) => isBehind(hit, window))) return;
			this.#fired.add(trigger.number);
			const window = windowOf(trigger.action, hit, this.#capture.ticksPerMicro);
			if (this.#running === undefined) this.#running = { first: hit, windows: [window] };
			else this.#running.windows.push(window);
		}
	}

	/** The pause, once everything is captured; live is over then. */
	due(): TriggeredPause | undefined {
		if (this.#running === undefined) return undefined;
		const { first, windows } = this.#running;
		if (!windows.every((window) => isCaptured(window, this.#capture))) return undefined;
		const extents = windows.map((window) => extentOf(window, this.#capture));
		this.isLive = false;
		return {
			trigger: first.trigger.number,
			hit: first.count,
			hitTime: first.time,
			from: extents[0]?.from ?? first.time,
			to: Math.max(...extents.map(({ to }) => to)),
		};
	}
}
