import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { ScriptState } from "../constants.ts";
import { Handle } from "../devices/Handle.ts";
import { type PollOptions, pollUntil } from "../polling.ts";

/** What a script is doing. */
export type ScriptStateName = "initialising" | "halted" | "running" | "waiting" | "failed";

/** A script's state and its parameters 0 to 9. */
export interface ScriptReport {
	readonly state: ScriptStateName;
	readonly params: readonly number[];
}

const stateNames: Readonly<Record<number, ScriptStateName>> = {
	[ScriptState.INITIALISING]: "initialising",
	[ScriptState.HALTED]: "halted",
	[ScriptState.RUNNING]: "running",
	[ScriptState.WAITING]: "waiting",
	[ScriptState.FAILED]: "failed",
};

/** A script in pigpiod. It stays there until it is deleted. */
export class Script extends Handle {
	/** Its number in pigpiod. */
	readonly id: number;

	constructor(transport: PiTransport, id: number) {
		super(transport, "script");
		this.id = id;
	}

	/** Runs it with up to ten parameters. One that runs already is given them and goes on. */
	async run(params: readonly number[] = [], options?: CallOptions): Promise<void> {
		await this.call("runScript", { script: this.id, params }, options);
	}

	/** Gives it parameters, whether it runs or not. */
	async update(params: readonly number[], options?: CallOptions): Promise<void> {
		await this.call("updateScript", { script: this.id, params }, options);
	}

	/** What it is doing, and its parameters. */
	async status(options?: CallOptions): Promise<ScriptReport> {
		const { state, params } = await this.call("getScriptStatus", { script: this.id }, options);
		const name = stateNames[state];
		if (name === undefined)
			throw new Error(`pigpiod knows a state of scripts that this client does not: ${state}`);
		return { state: name, params };
	}

	/** Waits until it has halted or failed; undefined when the time is over. */
	waitUntilHalted(options: PollOptions = {}): Promise<ScriptReport | undefined> {
		return pollUntil(async () => {
			const report = await this.status({ signal: options.signal });
			return report.state === "halted" || report.state === "failed" ? report : undefined;
		}, options);
	}

	/** Waits until it can be run, which takes pigpiod a moment after it was stored. */
	async untilReady(signal?: AbortSignal): Promise<void> {
		const isReady = async () => {
			const { state } = await this.status({ signal });
			return state === "initialising" ? undefined : true;
		};
		await pollUntil(isReady, { signal, intervalMs: 1 });
	}

	/** Stops it. */
	async stop(options?: CallOptions): Promise<void> {
		await this.call("stopScript", { script: this.id }, options);
	}

	/** Stops and deletes it. */
	delete(): Promise<void> {
		return this.close();
	}

	protected release(call: Call): Promise<unknown> {
		return call("deleteScript", { script: this.id });
	}
}
