import type { Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";
import type { RoundObserver } from "../signals/Alerts.ts";
import type { Instruction } from "./parseScript.ts";
import { type ScriptHost, ScriptMachine } from "./ScriptMachine.ts";

/** How many scripts can be stored. */
export const SCRIPT_COUNT = 32;
/** How long the daemon takes to start a script's thread. */
const START_TIME: Micros = 150;

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

	constructor(engine: Engine, host: ScriptHost) {
		this.#engine = engine;
		this.#host = host;
	}

	/** Whether a further script can be stored. */
	get hasRoom(): boolean {
		return this.#machines.includes(undefined);
	}

	/** Stores a script. @returns its number */
	store(steps: readonly Instruction[]): number {
		const id = this.#machines.indexOf(undefined);
		const machine = new ScriptMachine(this.#host, steps);
		machine.nextTime = this.#engine.time + START_TIME;
		this.#machines[id] = machine;
		this.#schedule();
		return id;
	}

	get(id: number): ScriptMachine | undefined {
		const machine = this.#machines[id];
		return machine === "dying" ? undefined : machine;
	}

	/** Makes a script unusable until it is freed. */
	retire(id: number): void {
		this.#machines[id] = "dying";
		this.changed();
	}

	free(id: number): void {
		this.#machines[id] = undefined;
	}

	/** Lets a machine go on that waited for something outside of simulated time. */
	resume(machine: ScriptMachine): void {
		machine.nextTime = this.#engine.time;
		this.#schedule();
	}

	/** To be called after a machine was started or stopped from outside. */
	changed(): void {
		this.bits = this.#active().reduce((bits, { waitBits }) => bits | waitBits, 0);
		this.#schedule();
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			for (const machine of this.#active()) {
				if (machine.nextTime > engine.time) continue;
				machine.step(engine.time);
				if (machine.state === "waiting") this.changed();
			}
			this.#schedule();
		}
	}

	onRound(changed: number, events: number): void {
		for (const machine of this.#active()) {
			if (machine.state !== "waiting") continue;
			const seen = machine.waitBits & changed;
			const triggered = machine.eventBits & events;
			if ((seen | triggered) !== 0) machine.notice(triggered === 0 ? seen : triggered, this.#engine.time);
		}
		this.changed();
	}

	#active(): ScriptMachine[] {
		return this.#machines.filter((machine) => machine !== undefined && machine !== "dying");
	}

	#schedule(): void {
		this.nextTime = Math.min(...this.#active().map(({ nextTime }) => nextTime));
		this.#engine.hurry(this.nextTime);
	}
}
