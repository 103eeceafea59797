import type { Trigger, TriggeredPause, TriggerStatus } from "@gpioscope/logic";
import type { WorkerLink } from "./WorkerLink.ts";

/** The triggers that the worker watches the live capture for. Times are microseconds of the capture. */
export class TriggerClient {
	readonly #link: WorkerLink;

	constructor(link: WorkerLink) {
		this.#link = link;
	}

	/**
	 * Watches for these from now on, and no others; those that are off keep their counts. One that is on must be
	 * complete: otherwise nothing changes and a fault is reported.
	 */
	set(triggers: readonly Trigger[]): void {
		this.#link.post({ kind: "setTriggers", triggers });
	}

	/** Sets counts back to none; all of them unless some are named. */
	clearCounts(numbers?: readonly number[]): void {
		this.#link.post({ kind: "clearTriggerCounts", numbers });
	}

	/** The view has become live, which arms all pauses again, or is not live any more: then nothing pauses it. */
	setLive(isLive: boolean): void {
		this.#link.post({ kind: "liveView", isLive });
	}

	/** Hears how all triggers stand, at most ten times a second, and at once when one pauses the view; the answer ends it. */
	onStatus(listener: (status: readonly TriggerStatus[]) => void): () => void {
		return this.#link.on("triggerStatus", ({ status }) => listener(status));
	}

	/** Hears that the view is to pause, at once; the answer ends it. */
	onPause(listener: (pause: TriggeredPause) => void): () => void {
		return this.#link.on("triggered", ({ pause }) => listener(pause));
	}
}
