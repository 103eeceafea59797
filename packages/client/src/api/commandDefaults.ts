import type { Args, CommandName } from "@gpioscope/protocol";

/** Arguments that need not be given, and what they are then: as the Python module has them. */
export const commandDefaults = {
	trigger: { length: 10, level: 1 },
	addSerial: { offset: 0, dataBits: 8, halfStopBits: 2 },
	runScript: { params: [] },
	updateScript: { params: [] },
	openI2c: { flags: 0 },
	openBitBangI2c: { baud: 100_000 },
	openSpi: { flags: 0 },
	openBitBangSpi: { baud: 100_000, flags: 0 },
	openSerial: { flags: 0 },
	readSerial: { count: 1000 },
	openBitBangSerial: { dataBits: 8 },
	readBitBangSerial: { count: 10_000 },
	transferBsc: { data: new Uint8Array(0) },
	callCustom1: { first: 0, second: 0, data: new Uint8Array(0) },
	callCustom2: { first: 0, data: new Uint8Array(0), count: 8192 },
	listFiles: { count: 60_000 },
} as const satisfies { readonly [N in CommandName]?: Partial<Args<N>> };

type Defaults = typeof commandDefaults;

/** Names of the arguments of a command that have a default. */
type Defaulted<N extends CommandName> = N extends keyof Defaults ? keyof Defaults[N] : never;

/** Arguments of a command as its method takes them. */
export type MethodArgs<N extends CommandName> = Omit<Args<N>, Defaulted<N>> &
	Partial<Pick<Args<N>, Defaulted<N> & keyof Args<N>>>;

/** All arguments of a command: those given, and for the others their defaults. */
export function completeArgs<N extends CommandName>(name: N, args: MethodArgs<N> | undefined): Args<N> {
	const defaults = (commandDefaults as Partial<Record<CommandName, object>>)[name];
	return (defaults === undefined ? (args ?? {}) : { ...defaults, ...args }) as Args<N>;
}
