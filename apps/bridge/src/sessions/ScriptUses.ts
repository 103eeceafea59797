import { type Args, type CommandName, PigpioError, type PinUse } from "@gpioscope/protocol";
import type { Target } from "../targets/Target.ts";
import { gpiosOfScript } from "./scriptGpios.ts";

/** Run states of a script that goes on: it runs, or waits. */
const goingOn: ReadonlySet<number> = new Set([2, 3]);

/** Which pins the running scripts change that were stored through this bridge. */
export class ScriptUses {
	readonly #target: Target;
	readonly #show: (gpio: number, use: PinUse | undefined) => void;
	readonly #texts = new Map<number, string>();
	/** Their parameters as they were given last: a script keeps those that it is not given anew. */
	readonly #params = new Map<number, readonly number[]>();
	readonly #running = new Map<number, readonly number[]>();

	constructor(target: Target, show: (gpio: number, use: PinUse | undefined) => void) {
		this.#target = target;
		this.#show = show;
	}

	/** GPIOs that a command lets a script change, as far as that is known. */
	gpiosOf(name: CommandName, args: Args<CommandName>): readonly number[] {
		if (name !== "runScript" && name !== "updateScript") return [];
		const { script } = args as Args<"runScript" | "updateScript">;
		return gpiosOfScript(this.#texts.get(script) ?? "", this.#merged(args as Args<"runScript">));
	}

	/** Notes what a command that was carried out stored, started, stopped or deleted. */
	note(name: CommandName, args: Args<CommandName>, result: unknown): void {
		if (name === "storeScript" && typeof result === "number") {
			this.#texts.set(result, (args as Args<"storeScript">).text);
			this.#params.delete(result);
		} else if (name === "runScript" || name === "updateScript") {
			const { script } = args as Args<"runScript" | "updateScript">;
			const gpios = this.gpiosOf(name, args);
			this.#params.set(script, this.#merged(args as Args<"runScript">));
			if (name === "runScript" || this.#running.has(script)) this.#begin(script, gpios);
		} else if (name === "stopScript" || name === "deleteScript") {
			this.end((args as Args<"stopScript">).script);
		}
	}

	/** It does not run any more. */
	end(script: number): void {
		for (const gpio of this.#running.get(script) ?? []) this.#show(gpio, undefined);
		this.#running.delete(script);
	}

	/** All are gone with the daemon. */
	clear(): void {
		for (const script of [...this.#running.keys()]) this.end(script);
		this.#texts.clear();
		this.#params.clear();
	}

	/** Asks which have come to their end by themselves. @throws what calls throw when the connection fails */
	async look(): Promise<void> {
		for (const script of [...this.#running.keys()]) {
			try {
				const { state } = await this.#target.pi.getScriptStatus({ script });
				if (!goingOn.has(state)) this.end(script);
			} catch (error) {
				if (!(error instanceof PigpioError)) throw error;
				this.end(script);
			}
		}
	}

	#merged({ script, params }: Args<"runScript">): readonly number[] {
		return [...params, ...(this.#params.get(script) ?? []).slice(params.length)];
	}

	#begin(script: number, gpios: readonly number[]): void {
		this.end(script);
		this.#running.set(script, gpios);
		for (const gpio of gpios) this.#show(gpio, { kind: "script", script });
	}
}
