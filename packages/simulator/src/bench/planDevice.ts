import type { DeviceKind } from "../devices/defineDevice.ts";
import { deviceKinds } from "../devices/deviceKinds.ts";
import { Random } from "../devices/Random.ts";
import type { WiredDevice } from "../devices/WiredDevice.ts";
import type { BenchFaults } from "./BenchFaults.ts";
import type { DeviceEntry } from "./benchFile.ts";
import { issueText } from "./issueText.ts";

/** A device's entry and where in the bench it stands. */
export interface PlacedEntry {
	readonly entry: DeviceEntry;
	readonly path: readonly PropertyKey[];
}

/** Checks one device against its kind. @returns what builds it, with the bench's seed */
export function planDevice(
	{ entry, path }: PlacedEntry,
	faults: BenchFaults,
): ((seed: number) => WiredDevice) | undefined {
	const kind = kindOf(entry);
	if (kind === undefined) {
		const known = deviceKinds.map((candidate) => candidate.kind).join(", ");
		faults.add([...path, "kind"], `"${entry.kind}" is no kind of device. Kinds: ${known}.`);
		return undefined;
	}
	for (const [pin, { text, isOptional }] of Object.entries(kind.pins)) {
		if (entry.pins[pin] === undefined && isOptional !== true) {
			faults.add([...path, "pins"], `${pin} is missing (${text}); give the number of its GPIO.`);
		}
	}
	for (const pin of Object.keys(entry.pins)) {
		if (!Object.hasOwn(kind.pins, pin)) {
			const known = Object.keys(kind.pins).join(", ") || "none";
			faults.add([...path, "pins", pin], `a ${kind.kind} has no such pin. Its pins: ${known}.`);
		}
	}
	const options = kind.options.safeParse(entry.options, { error: issueText });
	if (!options.success) {
		const known = Object.keys(kind.options.shape);
		faults.addIssues([...path, "options"], options.error, (below) => (below.length === 0 ? known : []));
	}
	const name = deviceName(entry);
	return (seed) =>
		kind.create({ name, gpios: entry.pins, options: entry.options, random: Random.forName(seed, name) });
}

/** The kind of device an entry names, if there is one. */
export function kindOf({ kind }: DeviceEntry): DeviceKind | undefined {
	return deviceKinds.find((candidate) => candidate.kind === kind);
}

/** What the device is called. */
export function deviceName({ name, kind }: DeviceEntry): string {
	return name ?? kind;
}
