import type { CommandCall } from "@gpioscope/protocol";
import type { Cancel, CommandAnswer, Level, Micros, World } from "./Device.ts";

/** A change of a line, as recorded by a `FakeWorld`. */
export interface RecordedEdge {
	readonly time: Micros;
	readonly gpio: number;
	readonly level: Level;
}

/** A board of nothing but time and lines, for trying a device without a daemon: floating lines read 0. */
export class FakeWorld implements World {
	readonly edges: RecordedEdge[] = [];
	readonly drives = new Map<number, Level>();
	readonly commands: CommandCall[] = [];
	/** What the daemon answers: a result or data. */
	answer: (call: CommandCall) => number | Uint8Array = () => 0;
	readonly logged: string[] = [];
	readonly #watchers = new Map<number, Set<(level: Level, time: Micros) => void>>();
	readonly #boots = new Set<() => void>();
	#timers: { time: Micros; fn: () => void }[] = [];
	#now: Micros = 0;

	now(): Micros {
		return this.#now;
	}

	at(time: Micros, fn: () => void): Cancel {
		const timer = { time: Math.max(time, this.#now), fn };
		const index = this.#timers.findLastIndex((other) => other.time <= timer.time);
		this.#timers.splice(index + 1, 0, timer);
		return () => {
			this.#timers = this.#timers.filter((other) => other !== timer);
		};
	}

	drive(gpio: number, level: Level | undefined): void {
		const before = this.level(gpio);
		if (level === undefined) this.drives.delete(gpio);
		else this.drives.set(gpio, level);
		const after = this.level(gpio);
		if (after === before) return;
		this.edges.push({ time: this.#now, gpio, level: after });
		for (const watcher of this.#watchers.get(gpio) ?? []) watcher(after, this.#now);
	}

	level(gpio: number): Level {
		return this.drives.get(gpio) ?? 0;
	}

	onLevel(gpio: number, fn: (level: Level, time: Micros) => void): Cancel {
		const watchers = this.#watchers.get(gpio) ?? new Set();
		this.#watchers.set(gpio, watchers.add(fn));
		return () => watchers.delete(fn);
	}

	command(call: CommandCall): number {
		this.commands.push(call);
		const answer = this.answer(call);
		return typeof answer === "number" ? answer : answer.length;
	}

	request(call: CommandCall, then: CommandAnswer): void {
		this.commands.push(call);
		const answer = this.answer(call);
		const [result, data] = typeof answer === "number" ? [answer, new Uint8Array()] : [answer.length, answer];
		this.at(this.#now, () => then(result, data));
	}

	onBoot(fn: () => void): Cancel {
		this.#boots.add(fn);
		return () => this.#boots.delete(fn);
	}

	/** Switches the Pi off and on. */
	boot(): void {
		for (const fn of this.#boots) fn();
	}

	log(text: string): void {
		this.logged.push(text);
	}

	/** Withdraws all the device has set up. */
	release(): void {
		this.#timers = [];
		this.#watchers.clear();
		for (const gpio of [...this.drives.keys()]) this.drive(gpio, undefined);
	}

	/** Lets time pass up to `time`. */
	runTo(time: Micros): void {
		for (let timer = this.#timers[0]; timer && timer.time <= time; timer = this.#timers[0]) {
			this.#timers.shift();
			this.#now = timer.time;
			timer.fn();
		}
		this.#now = time;
	}
}
