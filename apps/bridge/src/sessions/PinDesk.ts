import {
	type Args,
	BSC_SLAVE,
	type CommandName,
	type Holding,
	type PinUse,
	type Pulse,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import type { Target } from "../targets/Target.ts";
import { affectedGpios } from "./affectedGpios.ts";
import { gpiosOfBus, gpiosOfPulses, gpiosOfWaveform } from "./busGpios.ts";
import type { Visitor } from "./Desk.ts";
import { type Earlier, PinMemory } from "./PinMemory.ts";
import { PinUses } from "./PinUses.ts";
import { ScriptUses } from "./ScriptUses.ts";
import { SlaveUse } from "./SlaveUse.ts";
import { watchesOf } from "./watchesOf.ts";

/** What a call has to do with pins. */
export interface PinPlan {
	/** GPIOs that it changes itself. */
	readonly gpios: readonly number[];
	/** The same with those that pigpiod changes for a bus that it opens or closes, or for a script that it runs. */
	readonly touched: readonly number[];
	/** How those that it changes itself or lets a script change were before. */
	readonly earlier: Promise<ReadonlyMap<number, Earlier>>;
}

/** What sessions do to the pins of a target: keeps locks, what pins were, and what pigpiod cannot be asked. */
export class PinDesk {
	readonly #target: Target;
	readonly #memory: PinMemory;
	readonly #uses: PinUses;
	readonly #scripts: ScriptUses;
	readonly #slave: SlaveUse;

	constructor(target: Target) {
		this.#target = target;
		this.#memory = new PinMemory(target);
		const show = (gpio: number, use: PinUse | undefined) => target.pins.note(gpio, { use });
		this.#uses = new PinUses(show);
		this.#scripts = new ScriptUses(target, show);
		this.#slave = new SlaveUse(target);
	}

	/** Looks at the pins before a call. @throws Refusal when one of them is locked */
	before(name: CommandName, args: Args<CommandName>): PinPlan {
		const gpios = affectedGpios(name, args);
		const driven = [...gpios, ...this.#scripts.gpiosOf(name, args)];
		const taken = [...driven, ...gpiosOfBus(name, args), ...this.#slave.takenBy(name, args)];
		this.#checkLocks([...taken, ...gpiosOfWaveform(name, args)]);
		const touched = [...taken, ...this.#uses.changedByClosing(name, args), ...this.#slave.leftBy(name, args)];
		return { gpios, touched, earlier: this.#memory.look(driven) };
	}

	/** @throws Refusal when a wave of these pulses would change a locked pin */
	checkWave(pulses: readonly Pulse[]): void {
		this.#checkLocks(gpiosOfPulses(pulses));
	}

	/** The session's call was carried out, or may have been. */
	async keep(session: string, { earlier }: PinPlan): Promise<void> {
		this.#memory.keep(session, await earlier);
	}

	/** Notes what a call that was carried out says of pins. */
	note(name: CommandName, args: Args<CommandName>, result: unknown): void {
		this.#uses.note(name, args, result);
		this.#scripts.note(name, args, result);
		this.#slave.note(name, args);
		if (name === "setPull") {
			const { gpio, pull } = args as Args<"setPull">;
			this.#target.pins.notePull(gpio, pull);
		}
		const watched = watchesOf(name, args);
		if (watched !== undefined) this.#target.pins.noteWatches(watched.gpio, watched.watches);
	}

	/** Something was closed. @returns the pins that changed with it */
	closed(holding: Holding): readonly number[] {
		const changed = this.#uses.changesOf(holding);
		this.#uses.drop(holding);
		if (holding.kind === "script") this.#scripts.end(holding.id);
		return holding.kind === BSC_SLAVE.kind ? this.#slave.end() : changed;
	}

	/** Keeps all sessions from changing a pin, or lets them again. @throws Refusal */
	lock({ role }: Visitor, gpio: number, locked: boolean): void {
		if (role === "viewer") throw new Refusal("notPermitted", "Your role can only watch.");
		this.#target.pins.note(gpio, { locked: locked ? true : undefined });
	}

	/** Asks which scripts have ended by themselves. @throws what calls throw when the connection fails */
	look(): Promise<void> {
		return this.#scripts.look();
	}

	/** Gives a session's pins back what they were. @throws what calls throw when the connection fails */
	restore(session: string): ReturnType<PinMemory["restore"]> {
		return this.#memory.restore(session);
	}

	/** The session is gone; its pins stay as they are. */
	leave(session: string): void {
		this.#target.pins.left(session);
		this.#memory.forget(session);
	}

	/** Another daemon: what was open is gone, and filters and watchdogs are off. */
	restarted(): void {
		this.#memory.clear();
		this.#uses.clear();
		this.#scripts.clear();
		this.#slave.end();
		this.#target.pins.forgetWatches();
	}

	#checkLocks(gpios: readonly number[]): void {
		const locked = gpios.find((gpio) => this.#target.pins.get(gpio)?.locked === true);
		if (locked !== undefined) throw new Refusal("pinLocked", `GPIO ${locked} is locked.`);
	}
}
