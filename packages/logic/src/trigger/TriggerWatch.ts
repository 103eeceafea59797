import type { Trigger } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import { HitLog } from "./HitLog.ts";
import { PauseCountdown, type PausingHit, type TriggeredPause } from "./PauseCountdown.ts";
import { SegmentQueue, type SegmentStretch } from "./SegmentQueue.ts";
import { TriggerMachine } from "./TriggerMachine.ts";
import { TriggerScan } from "./TriggerScan.ts";
import { triggerProblem } from "./triggerProblem.ts";

/** How a trigger stands. */
export interface TriggerStatus {
	readonly number: number;
	/**
	 * Off; waiting for a hit; counting down from one to the end of what is to be captured; or done, as a pause is until
	 * live is entered again.
	 */
	readonly phase: "off" | "armed" | "filling" | "fired";
	/** Hits since it was defined or cleared. Exact up to 2^53: at a million a second for 285 years. */
	readonly count: number;
	/** When it was hit last, in ticks. */
	readonly lastHit: number | undefined;
}

interface Watched {
	trigger: Trigger;
	machine: TriggerMachine;
	log: HitLog;
	count: number;
	lastHit: number | undefined;
	/** For a trigger that keeps segments. */
	segments: SegmentQueue | undefined;
}

/**
 * Watches a capture that grows for triggers. `advance` belongs behind every append; it looks at each change once,
 * whatever comes late or in however large parts.
 */
export class TriggerWatch {
	readonly #capture: Capture;
	readonly #countdown: PauseCountdown;
	#scan: TriggerScan;
	#watched = new Map<number, Watched>();

	constructor(capture: Capture) {
		this.#capture = capture;
		this.#countdown = new PauseCountdown(capture);
		this.#scan = new TriggerScan(capture, "end");
	}

	/** Whether there is anything to look for. */
	get isIdle(): boolean {
		for (const { trigger } of this.#watched.values()) if (trigger.enabled) return false;
		return true;
	}

	/**
	 * Watches for these triggers from now on. One that looks for the same as before goes on with its count, also after
	 * it was off for a while; all others begin with the next change.
	 * @throws RangeError when one that is on is incomplete
	 */
	set(triggers: readonly Trigger[]): void {
		for (const trigger of triggers) {
			const problem = trigger.enabled ? triggerProblem(trigger) : undefined;
			if (problem !== undefined) throw new RangeError(`Trigger ${trigger.number}: ${problem}`);
		}
		if (this.isIdle) this.#scan = new TriggerScan(this.#capture, "end");
		const before = this.#watched;
		this.#watched = new Map(
			triggers.map((trigger) => [trigger.number, this.#watch(trigger, before.get(trigger.number))]),
		);
		for (const number of before.keys()) if (!this.#watched.has(number)) this.#countdown.forget(number);
	}

	/** Sets counts back to none; of all triggers unless some are named. */
	clearCounts(numbers: readonly number[] = [...this.#watched.keys()]): void {
		for (const number of numbers) {
			const watched = this.#watched.get(number);
			if (watched !== undefined) Object.assign(watched, { count: 0, lastHit: undefined });
		}
	}

	/** Live has been entered, which arms pauses again, or left: then nothing pauses. */
	set isLive(isLive: boolean) {
		this.#countdown.isLive = isLive;
	}

	/** Looks at what has been appended. Returns the pause that is due with it. */
	advance(): TriggeredPause | undefined {
		if (this.isIdle) return undefined;
		this.#scan.advance();
		const pausing: PausingHit[] = [];
		for (const watched of this.#watched.values()) {
			const hit = watched.trigger.enabled ? this.#look(watched) : undefined;
			if (hit !== undefined) pausing.push(hit);
		}
		this.#countdown.take(pausing.sort((a, b) => a.position - b.position || a.time - b.time));
		return this.#countdown.due();
	}

	/** The segments that have been captured since the last call. */
	takeSegments(): readonly SegmentStretch[] {
		return [...this.#watched.values()].flatMap(({ segments }) => segments?.drain() ?? []);
	}

	/** How each trigger stands, in the order in which they were set. */
	get status(): readonly TriggerStatus[] {
		return [...this.#watched.values()].map((watched) => {
			const { trigger, count, lastHit } = watched;
			return { number: trigger.number, phase: this.#phaseOf(watched), count, lastHit };
		});
	}

	/** The hits that a trigger has had since it was armed. */
	hitsOf(number: number): HitLog | undefined {
		return this.#watched.get(number)?.log;
	}

	#watch(trigger: Trigger, before: Watched | undefined): Watched {
		const isSame = before !== undefined && isEqual(before.trigger.stages, trigger.stages);
		const goesOn = isSame && before.trigger.enabled === trigger.enabled;
		const { ticksPerMicro, endTime } = this.#capture;
		if (before !== undefined && !(goesOn && isEqual(before.trigger.action, trigger.action)))
			this.#countdown.forget(trigger.number);
		return {
			trigger,
			machine: goesOn ? before.machine : new TriggerMachine(trigger.stages, ticksPerMicro),
			log: goesOn ? before.log : new HitLog(endTime + 1),
			count: isSame ? before.count : 0,
			lastHit: isSame ? before.lastHit : undefined,
			segments: this.#queueFor(trigger, goesOn ? before : undefined),
		};
	}

	#queueFor({ number, enabled, action }: Trigger, before: Watched | undefined): SegmentQueue | undefined {
		if (action.kind !== "segment" || !enabled) return undefined;
		if (before !== undefined && isEqual(before.trigger.action, action)) return before.segments;
		return new SegmentQueue(number, action, this.#capture);
	}

	/** Takes in its hits. Returns the one that may lead to a pause. */
	#look(watched: Watched): PausingHit | undefined {
		const { trigger, machine, log, segments } = watched;
		const { number, action } = trigger;
		let pausing: PausingHit | undefined;
		let awaited = action.kind === "pause" && this.#countdown.isArmed(number) ? action : undefined;
		this.#scan.show(machine, (time, position) => {
			watched.count++;
			watched.lastHit = time;
			log.add(time);
			segments?.take({ time, position }, watched.count);
			if (awaited === undefined) return false;
			pausing = { time, position, count: watched.count, trigger: { ...trigger, action: awaited } };
			awaited = undefined;
			return false;
		});
		return pausing;
	}

	#phaseOf({ trigger, segments }: Watched): TriggerStatus["phase"] {
		const { number, enabled, action } = trigger;
		if (!enabled) return "off";
		if (segments?.isFilling || this.#countdown.isCounting(number)) return "filling";
		return action.kind === "pause" && !this.#countdown.isArmed(number) ? "fired" : "armed";
	}
}

/** Whether two parts of triggers say the same. */
function isEqual(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
