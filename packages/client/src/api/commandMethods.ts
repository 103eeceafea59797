import { type CommandName, commandNames, type Result } from "@gpioscope/protocol";
import type { CallOptions, PiTransport } from "../PiTransport.ts";
import { completeArgs, type MethodArgs } from "./commandDefaults.ts";

/** Every command of pigpiod as a method that takes its named arguments: `pi.write({ gpio: 4, level: 1 })`. */
export type CommandMethods = {
	readonly [N in CommandName]: Record<never, never> extends MethodArgs<N>
		? (args?: MethodArgs<N>, options?: CallOptions) => Promise<Result<N>>
		: (args: MethodArgs<N>, options?: CallOptions) => Promise<Result<N>>;
};

class Commands {
	/** What carries commands and reports. */
	readonly transport: PiTransport;

	constructor(transport: PiTransport) {
		this.transport = transport;
	}
}

// The methods come from the command table, so no class can spell them out; their types come from the same table.
for (const name of commandNames) {
	Object.defineProperty(Commands.prototype, name, {
		value(this: Commands, args?: MethodArgs<typeof name>, options?: CallOptions) {
			return this.transport.call(name, completeArgs(name, args), options);
		},
	});
}

/** What a class extends to have all commands as methods. */
export const CommandBase = Commands as unknown as new (
	transport: PiTransport,
) => CommandMethods & { readonly transport: PiTransport };
