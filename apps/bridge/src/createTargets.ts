import type { Clock } from "@gpioscope/client";
import { formatTargetAddress } from "@gpioscope/protocol";
import type { Config } from "./config.ts";
import type { Found } from "./targets/findTarget.ts";
import { nameOf } from "./targets/NamedDestination.ts";
import { Target } from "./targets/Target.ts";
import { TargetList, type TargetSpec } from "./targets/TargetList.ts";
import { TargetsFile } from "./targets/TargetsFile.ts";

export interface TargetsOptions {
	readonly clock: Clock;
	readonly timeoutMs?: number;
	readonly onProblem: (error: unknown) => void;
	/** Hears of each that is not simulated here. */
	readonly onReal: (target: Target) => void;
}

/** Id of the first target, whatever it is called. */
export const FIRST_TARGET = "pi";

/**
 * Connects to the pigpiod that was found, to the others of the command line, and to those that people added.
 * @throws Error when the list of those cannot be read; then the one that was found is closed
 */
export async function createTargets(
	config: Config,
	found: Found,
	{ onReal, ...options }: TargetsOptions,
): Promise<TargetList> {
	const { simulator, name, nameKey, destination } = found;
	const make = (spec: TargetSpec): Target => {
		// Two bridges started after each other, however soon, count from different numbers.
		const common = { ...spec, ...options, firstEpoch: Date.now() >>> 0 };
		if (spec.id === FIRST_TARGET && simulator !== undefined)
			return new Target({ ...common, simulated: true, names: simulator.bench.names });
		const target = new Target({ ...common, simulated: false });
		onReal(target);
		return target;
	};
	const list = new TargetList({
		make,
		...(config.targetsFile === undefined ? {} : { file: new TargetsFile(config.targetsFile) }),
		onFault: options.onProblem,
	});
	await list.restore().catch(async (error: unknown) => {
		await simulator?.close();
		throw error;
	});
	list.start({ id: FIRST_TARGET, name, nameKey, destination });
	for (const other of config.others) {
		const { destination, name = nameOf(destination) } = other;
		list.start({ id: list.freeId(name), name, nameKey: formatTargetAddress(destination), destination });
	}
	list.startKept(config.lines?.target);
	return list;
}
