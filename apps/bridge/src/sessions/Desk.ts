import {
	type Args,
	type CommandName,
	type CreatedWave,
	commands,
	type HoldingFacts,
	type LogEntry,
	PigpioError,
	type Pulse,
	packBytes,
	type Released,
	type Role,
} from "@gpioscope/protocol";
import { type Ability, type CheckedCall, checkCall } from "../access/policy.ts";
import { failureOf, NOT_PERMITTED, notPermitted, Refusal } from "../access/Refusal.ts";
import type { Target } from "../targets/Target.ts";
import type { TriggerDesk } from "../triggers/TriggerDesk.ts";
import { Housekeeping } from "./Housekeeping.ts";
import { loggedResult } from "./loggedResult.ts";
import { type Holding, Ownership } from "./Ownership.ts";
import { PinDesk } from "./PinDesk.ts";
import { pigsText, watchedPigsText, wavePigsText } from "./pigsText.ts";

export interface DeskOptions {
	readonly triggers: TriggerDesk;
	readonly allowed: ReadonlySet<Ability>;
	/** @param watched the same entry for those who may only watch */
	onLog(entry: LogEntry, watched: LogEntry): void;
	/** What sessions hold has changed. */
	onHoldings(): void;
	/** Hears of faults of the bridge itself. */
	onFault(error: unknown): void;
}

/** A session as the desk knows it. */
export interface Visitor {
	readonly id: string;
	readonly role: Role;
}

const sending: ReadonlySet<CommandName> = new Set([
	"sendWaveOnce",
	"sendWaveRepeat",
	"sendWaveUsingMode",
	"sendWaveChain",
]);

/** Everything that sessions do to one target goes over this desk: it permits, keeps apart, notes and cleans up. */
export class Desk {
	readonly target: Target;
	readonly triggers: TriggerDesk;
	/** Looks after what is open in the daemon and held by no session. */
	readonly housekeeping: Housekeeping;
	readonly pins: PinDesk;
	readonly #options: DeskOptions;
	readonly #ownership: Ownership;
	/** Who sent the wave that is being sent, as far as it came from here. */
	#sender: string | undefined;
	/** Sessions that left while pigpiod was away or still at work for them, with things to be freed later. */
	readonly #departed = new Set<string>();
	/** How many operations of a session pigpiod has not answered yet; none without any. */
	readonly #underWay = new Map<string, number>();

	constructor(target: Target, options: DeskOptions) {
		this.target = target;
		this.triggers = options.triggers;
		this.#options = options;
		this.#ownership = new Ownership(() => target.reportHandle, options.onHoldings);
		this.housekeeping = new Housekeeping({
			target,
			ownership: this.#ownership,
			log: (session, pigs, run) => this.#log(session, pigs, run),
			onFault: options.onFault,
		});
		this.pins = new PinDesk(target);
	}

	/** What sessions hold in the daemon, the oldest first. */
	holdings(): HoldingFacts[] {
		return this.#ownership.list().map(({ kind, id, session, pigs, at }) => ({ kind, id, session, pigs, at }));
	}

	/**
	 * Runs one command for a session.
	 * @param isNoted the log tells of it even if it only looks
	 * @throws Refusal and what calls throw
	 */
	call(visitor: Visitor, command: string, args: unknown, isNoted = false): Promise<unknown> {
		return this.#during(visitor.id, () => this.#call(visitor, command, args, isNoted));
	}

	async #call(visitor: Visitor, command: string, args: unknown, isNoted: boolean): Promise<unknown> {
		const call = checkCall(command, args, visitor.role, this.#options.allowed);
		const { name } = call;
		this.#ownership.check(visitor.id, name, call.args);
		if (this.target.waves.concerns(name)) await this.target.waves.before(visitor.id, name, call.args);
		const plan = this.pins.before(name, call.args);
		const result = await this.#run(visitor.id, call, plan.gpios, isNoted).catch(async (error: unknown) => {
			// After silence it may have been carried out all the same; after a plain refusal nothing was.
			if (!isRefusal(error)) await this.pins.keep(visitor.id, plan);
			throw error;
		});
		this.#ownership.note(visitor.id, name, call.args, result);
		this.pins.note(name, call.args, result);
		this.target.waves.after(visitor.id, name, call.args, result);
		if (sending.has(name)) this.#sender = visitor.id;
		await this.pins.keep(visitor.id, plan);
		this.#refresh(visitor.id, name, call.args, plan.touched);
		return result;
	}

	/** Makes a wave in one transaction. @throws Refusal and what calls throw */
	createWave(visitor: Visitor, pulses: readonly Pulse[], keepsWaves = false): Promise<CreatedWave> {
		return this.#during(visitor.id, () => this.#createWave(visitor, pulses, keepsWaves));
	}

	async #createWave(visitor: Visitor, pulses: readonly Pulse[], keepsWaves: boolean): Promise<CreatedWave> {
		if (visitor.role === "viewer") throw new Refusal("notPermitted", "Your role can only watch.");
		this.pins.checkWave(pulses);
		const pigs = wavePigsText(pulses);
		const created = await this.#log(visitor.id, pigs, () =>
			this.target.waves.create(visitor.id, pulses, keepsWaves),
		);
		this.#ownership.hold(visitor.id, { kind: "wave", id: created.wave }, pigs);
		return created;
	}

	/** Stops and frees what a session started, and gives its pins their earlier modes back unless it keeps them. */
	async releaseAll(session: string, keepPins = false): Promise<Released> {
		await this.#stopRunning(session);
		const { restored, locked } = keepPins ? { restored: [], locked: [] } : await this.pins.restore(session);
		const { freed, changed } = await this.#free(session);
		await this.target.pins.refresh([...restored, ...changed], {
			session,
			pigs: "release all",
			at: Date.now(),
		});
		const count = (kind: string) => freed.filter((holding) => holding.kind === kind).length;
		const [waves, scripts] = [count("wave"), count("script")];
		const handles = freed.length - waves - scripts;
		return { pins: restored.length, waves, scripts, handles, gpios: restored, locked };
	}

	/** The session is gone: frees what it held. Its pins stay as they are. */
	async leave(session: string): Promise<void> {
		this.target.waves.leave(session);
		this.pins.leave(session);
		if (this.#ownership.of(session).length === 0 && !this.#underWay.has(session)) return;
		this.#departed.add(session);
		try {
			await this.#stopRunning(session);
			const { changed } = await this.#free(session);
			await this.target.pins.refresh(changed, { session, pigs: "", at: Date.now(), left: true });
			if (!this.#underWay.has(session)) this.#departed.delete(session);
		} catch (error) {
			// Without a connection nothing can be freed now; it is done when there is one again. All else is a fault.
			failureOf(error, this.#options.onFault);
		}
	}

	/** Another daemon: nothing that was held exists any more. */
	restarted(): void {
		this.#ownership.forget();
		this.#departed.clear();
		this.#sender = undefined;
		this.pins.restarted();
	}

	/** The connection is back: frees what sessions left behind meanwhile. */
	async cleanUp(): Promise<void> {
		for (const session of [...this.#departed]) await this.leave(session);
	}

	/** Runs an operation of a session. If that left meanwhile, what the operation opened is freed after all. */
	async #during<R>(session: string, run: () => Promise<R>): Promise<R> {
		this.#underWay.set(session, (this.#underWay.get(session) ?? 0) + 1);
		try {
			return await run();
		} finally {
			const others = (this.#underWay.get(session) ?? 1) - 1;
			if (others > 0) this.#underWay.set(session, others);
			else this.#underWay.delete(session);
			if (this.#departed.has(session)) await this.leave(session);
		}
	}

	async #stopWaveOf(session: string): Promise<void> {
		if (this.#sender !== session) return;
		await this.target.pi.stopWave();
		this.#sender = undefined;
	}

	/** Stops what would go on changing pins: the wave, and scripts, which end after the step that they are at. */
	async #stopRunning(session: string): Promise<void> {
		await this.#stopWaveOf(session);
		const scripts = this.#ownership.of(session).filter(({ kind }) => kind === "script");
		await Promise.all(
			scripts.map(({ id }) =>
				this.target.pi.call("stopScript", { script: id }).catch((error: unknown) => {
					// Already gone in the daemon: another program deleted it.
					if (!(error instanceof PigpioError)) throw error;
				}),
			),
		);
	}

	/** Frees what a session holds. @returns what that was, and the pins that changed with it */
	async #free(session: string): Promise<{ readonly freed: Holding[]; readonly changed: number[] }> {
		const freed: Holding[] = [];
		const changed: number[] = [];
		const release = async (holding: Holding): Promise<void> => {
			const { name, args } = holding.release;
			try {
				await this.target.pi.call(name, args);
				freed.push(holding);
			} catch (error) {
				// Already gone in the daemon: another program cleared it.
				if (!(error instanceof PigpioError)) throw error;
			}
			this.target.waves.after(session, name, args, 0);
			changed.push(...this.pins.closed(holding));
			this.#ownership.drop(holding);
		};
		// All at once: a script is gone only after the delay that it is at, which can be a minute.
		await Promise.all(this.#ownership.of(session).map(release));
		return { freed, changed };
	}

	#run(
		session: string,
		{ name, args }: CheckedCall,
		gpios: readonly number[],
		isNoted: boolean,
	): Promise<unknown> {
		const run = () => this.target.pi.call(name, args).catch((error) => Promise.reject(inWords(error, gpios)));
		const { access, polled } = commands[name];
		if (access === "observe" && !isNoted) return run();
		const told = (result: unknown) =>
			polled === true && !isNoted && isEmpty(result) ? undefined : { result: loggedResult(name, result) };
		return this.#log(session, pigsText(name, args), run, told, watchedPigsText(name, args));
	}

	/**
	 * @param told what of the result stands in the log; undefined keeps the whole entry out of it
	 * @param watched the command as those see it who may only watch
	 */
	async #log<R>(
		session: string,
		pigs: string,
		run: () => Promise<R>,
		told: (result: R) => { readonly result: unknown } | undefined = (result) => ({ result }),
		watched = pigs,
	): Promise<R> {
		const at = Date.now();
		const startMs = performance.now();
		const tell = (outcome: Pick<LogEntry, "result" | "error">) => {
			const milliseconds = Math.round((performance.now() - startMs) * 1000) / 1000;
			const entry = { at, target: this.target.id, session, pigs, milliseconds, ...outcome };
			this.#options.onLog(entry, { ...entry, pigs: watched });
		};
		try {
			const result = await run();
			const shown = told(result);
			if (shown !== undefined) tell({ result: packBytes(shown.result) });
			return result;
		} catch (error) {
			const { code, message, pigpioName } = failureOf(error, () => {});
			const name = pigpioName === undefined ? {} : { pigpioName };
			tell({ error: { code, message, ...name } });
			throw error;
		}
	}

	#refresh(session: string, name: CommandName, args: Args<CommandName>, gpios: readonly number[]): void {
		const isWave = sending.has(name) || name === "stopWave";
		if (gpios.length === 0 && !isWave) return;
		const change = { session, pigs: pigsText(name, args), at: Date.now() };
		const refreshed = isWave ? this.target.pins.refresh() : this.target.pins.refresh(gpios, change);
		// Fails only with the connection, which status tells.
		refreshed.catch((error: unknown) => failureOf(error, this.#options.onFault));
	}
}

/** Nothing had come in. */
function isEmpty(result: unknown): boolean {
	return result instanceof Uint8Array && result.length === 0;
}

/** pigpiod did nothing at all. Of a bank of which only some GPIOs may be changed, it changes those. */
function isRefusal(error: unknown): boolean {
	const { pigpioName } = failureOf(error, () => {});
	return pigpioName !== undefined && pigpioName !== "PI_SOME_PERMITTED";
}

/** pigpiod does not say which GPIO it does not allow. */
function inWords(error: unknown, gpios: readonly number[]): unknown {
	const [gpio] = gpios;
	if (!(error instanceof PigpioError) || error.code !== NOT_PERMITTED || gpio === undefined) return error;
	return notPermitted(`GPIO ${gpio}`, error.pigpioName);
}
