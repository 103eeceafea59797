import type { ScriptStep } from "@gpioscope/protocol";
import type { Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";
import type { RoundObserver } from "../signals/Alerts.ts";
import { type Leftovers, type ScriptHost, ScriptMachine } from "./ScriptMachine.ts";

/** How many scripts can be stored. */
export const SCRIPT_COUNT = 32;
/** How long the daemon takes to start a script's thread. */
const START_TIME: Micros = 150;
/** Processors that scripts share: with more than these the simulator would not keep up with its own clock. */
const PROCESSORS = 2;

/** The stored scripts, run side by side. */
export class Scripts implements Source, RoundObserver {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	/** GPIOs any script waits for. */
	bits = 0;
	readonly #engine: Engine;
	readonly #host: ScriptHost;
	readonly #machines: (ScriptMachine | "dying" | undefined)[] = Array.from(
		{ length: SCRIPT_COUNT },
		() => undefined,
	);
	readonly #leftovers: (Leftovers | undefined)[] = [];
	/** All machines there are, those that are being deleted too. */
	#active: ScriptMachine[] = [];
	#spinning = 0;

	constructor(engine: Engine, host: Omit<ScriptHost, "load">) {
		this.#engine = engine;
		this.#host = { ...host, load: () => Math.max(1, this.#spinning / PROCESSORS) };
	}

	/** Whether a further script can be stored. */
	get hasRoom(): boolean {
		return this.#machines.includes(undefined);
	}

	/** Stores a script. @returns its number */
	store(steps: readonly ScriptStep[]): number {
		const id = this.#machines.indexOf(undefined);
		const machine = new ScriptMachine(this.#host, steps, this.#leftovers[id]);
		machine.nextTime = this.#engine.time + START_TIME;
		this.#machines[id] = machine;
		this.#active.push(machine);
		this.#schedule();
		return id;
	}

	get(id: number): ScriptMachine | undefined {
		const machine = this.#machines[id];
		return machine === "dying" ? undefined : machine;
	}

	/** Makes a script unknown to commands; it runs on to the end of its step. */
	retire(id: number): void {
		this.#machines[id] = "dying";
		this.changed();
	}

	/** Gives up a script that has been retired and has come to rest, so that its number can be had again. */
	free(id: number, machine: ScriptMachine): void {
		this.#leftovers[id] = machine.leftovers;
		this.#active = this.#active.filter((each) => each !== machine);
		this.#machines[id] = undefined;
		this.changed();
	}

	/** Lets a machine go on that waited for something outside of simulated time. */
	resume(machine: ScriptMachine): void {
		machine.nextTime = this.#engine.time;
		this.#schedule();
	}

	/** To be called after a machine was started or stopped from outside. */
	changed(): void {
		this.bits = this.#machines.reduce(
			(bits, machine) => (machine === undefined || machine === "dying" ? bits : bits | machine.waitBits),
			0,
		);
		this.#schedule();
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			for (const machine of this.#active) {
				if (machine.nextTime > engine.time) continue;
				machine.step(engine.time);
				if (machine.state === "waiting") this.changed();
			}
			this.#schedule();
		}
	}

	onRound(changed: number, events: number): void {
		for (const machine of this.#active) {
			if (machine.state !== "waiting") continue;
			const seen = machine.waitBits & changed;
			const triggered = machine.eventBits & events;
			if ((seen | triggered) !== 0) machine.notice(triggered === 0 ? seen : triggered, this.#engine.time);
		}
		this.changed();
	}

	#schedule(): void {
		let next = Number.POSITIVE_INFINITY;
		let spinning = 0;
		for (const { nextTime, isSpinning } of this.#active) {
			if (nextTime < next) next = nextTime;
			if (isSpinning) spinning++;
		}
		this.nextTime = next;
		this.#spinning = spinning;
		this.#engine.hurry(next);
	}
}
