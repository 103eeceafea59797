import { type Args, type CommandName, commandNames, type Result } from "@gpioscope/protocol";
import { PiConnection } from "./PiConnection.ts";
import type { PiOptions } from "./PiOptions.ts";

/** Every command of pigpiod as a method that takes its named arguments. */
export type CommandMethods = {
	readonly [N in CommandName]: Record<never, never> extends Args<N>
		? (args?: Args<N>) => Promise<Result<N>>
		: (args: Args<N>) => Promise<Result<N>>;
};

/** A pigpiod with every command as a method: `await pi.write({ gpio: 4, level: 1 })`. */
export type Pi = PiConnection & CommandMethods;

// The methods come from the command table, so the class cannot spell them out; their types come from the same table.
for (const name of commandNames) {
	Object.defineProperty(PiConnection.prototype, name, {
		value(this: PiConnection, args: Args<typeof name>) {
			return this.call(name, args ?? {});
		},
	});
}

export const Pi = PiConnection as new (options?: PiOptions) => Pi;

/** Connects to a pigpiod. Returns at once; `connected()` tells when it is there. */
export function connect(options: PiOptions = {}): Pi {
	return new Pi(options);
}
