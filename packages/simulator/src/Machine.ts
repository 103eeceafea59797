import type { Home } from "./board/DeviceWorld.ts";
import { Daemon } from "./Daemon.ts";
import type { Cancel, Micros } from "./devices/Device.ts";
import type { Clock, Running } from "./engine/Clock.ts";
import { perform } from "./handlers/handlers.ts";
import { performLocally } from "./handlers/performLocally.ts";
import type { SimulatorOptions } from "./options.ts";
import { CommandPipe } from "./pipes/CommandPipe.ts";

/** How often to look after the signals while somebody watches them, and while nobody does. */
const WATCHED_TURN: Micros = 1000;
const IDLE_TURN: Micros = 20_000;

/** The Pi with its daemon, driven by a clock. It can be switched off and on, which makes it a new one. */
export class Machine {
	readonly clock: Clock;
	/** Called after each stretch of time that was played. */
	onTurn: () => void = () => {};
	readonly #options: SimulatorOptions;
	readonly #onError: (error: unknown) => void;
	#daemon: Daemon;
	#startedAt: Micros = 0;
	#running: Running | undefined;
	#commandPipe: CommandPipe | undefined;
	#isOff = false;
	/** What has been arranged for a moment that somebody outside the virtual world waits for. */
	#awaited = new Set<Cancel>();

	constructor(options: SimulatorOptions, clock: Clock, onError: (error: unknown) => void) {
		this.clock = clock;
		this.#options = options;
		this.#onError = onError;
		this.#daemon = new Daemon(options, perform, onError);
	}

	/** The present daemon: another one after a restart. */
	get daemon(): Daemon {
		return this.#daemon;
	}

	/** What devices need of the present Pi. */
	get home(): Home {
		const daemon = this.#daemon;
		return {
			engine: daemon.engine,
			board: daemon.board,
			perform: (call, then) => performLocally(daemon, call, then),
			startedAt: this.#startedAt,
		};
	}

	/** Makes the daemon's pipes for commands where there is a place for them. */
	async openCommandPipe(): Promise<void> {
		const daemon = this.#daemon;
		if (!this.#options.commandPipe || !daemon.pipes.hasFolder) return;
		try {
			const pipe = await CommandPipe.open(this);
			if (daemon === this.#daemon && !this.#isOff) this.#commandPipe = pipe;
			else pipe.close();
		} catch (error) {
			// As the daemon, which goes on without them.
			if (daemon === this.#daemon && !this.#isOff) this.#onError(error);
		}
	}

	/** Lets the clock drive it. */
	run(): void {
		this.#running = this.clock.run(() => {
			this.#daemon.engine.guard(() => this.catchUp());
			this.onTurn();
			const now = this.clock.now();
			const { notifications, engine } = this.#daemon;
			// What only the virtual world would notice is played a little later, at its own times, in one go.
			if (!notifications.isWatched && !this.#isAwaited) return now + IDLE_TURN;
			const turn = notifications.isWatched ? WATCHED_TURN : IDLE_TURN;
			return Math.min(now + turn, engine.nextTimer + this.#startedAt);
		});
	}

	/** Plays everything up to the present moment. */
	catchUp(): void {
		this.#daemon.engine.runTo(this.clock.now() - this.#startedAt);
	}

	/** Is told that something was arranged for a later moment, so that the clock wakes in time. */
	wake(): void {
		this.#running?.wake();
	}

	/** Calls `fn` in `delay` microseconds, unless the Pi is switched off before. */
	after(delay: Micros, fn: () => void): Cancel {
		return this.at(this.#daemon.engine.time + delay, fn);
	}

	/** Calls `fn` at a moment of the daemon's time, for which the clock wakes, unless the Pi is switched off before. */
	at(time: Micros, fn: () => void): Cancel {
		const awaited = this.#awaited;
		const cancel = this.#daemon.engine.at(time, () => {
			awaited.delete(cancel);
			fn();
		});
		awaited.add(cancel);
		this.wake();
		return () => {
			awaited.delete(cancel);
			cancel();
		};
	}

	/** Whether somebody outside the virtual world waits for a moment of it. */
	get #isAwaited(): boolean {
		return this.#awaited.size > 0 || this.#commandPipe?.isBusy === true;
	}

	/** Switches off and on: everything is as after power-on, and its time begins anew. */
	restart(): void {
		this.catchUp();
		this.#switchOff().catch(this.#onError);
		this.#startedAt = this.clock.now();
		this.#awaited = new Set();
		this.#daemon = new Daemon(this.#options, perform, this.#onError);
		void this.openCommandPipe();
	}

	/** Stops time and switches off. Resolves when nothing of it is left in the system. */
	async stop(): Promise<void> {
		this.#isOff = true;
		this.#running?.stop();
		await this.#switchOff();
	}

	async #switchOff(): Promise<void> {
		const { files, shell, pipes } = this.#daemon;
		this.#commandPipe?.close();
		this.#commandPipe = undefined;
		files.closeAll();
		await Promise.all([shell.close(), pipes.close()]);
	}
}
