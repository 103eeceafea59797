import type { WiredDevice } from "../devices/WiredDevice.ts";
import type { BuiltBench } from "./Bench.ts";
import { BenchFaults } from "./BenchFaults.ts";
import type { BenchSource } from "./BenchSource.ts";
import { benchFile, deviceEntry } from "./benchFile.ts";
import { checkWiring } from "./checkWiring.ts";
import { gpioNames } from "./gpioNames.ts";
import { issueText } from "./issueText.ts";
import { type PlacedEntry, planDevice } from "./planDevice.ts";

/**
 * Builds the bench that a file describes.
 * @throws BenchError that lists every fault
 */
export function buildBench(content: unknown, source: BenchSource): BuiltBench {
	const faults = new BenchFaults(source);
	const parsed = benchFile.safeParse(content, { error: issueText });
	if (!parsed.success) faults.addIssues([], parsed.error, knownFields);
	const placed = soundEntries(content);
	const makers = placed.map((each) => planDevice(each, faults));
	checkWiring(placed, faults);
	faults.throwAny();
	const { name, seed, names: ownNames } = benchFile.parse(content);
	const entries = placed.map(({ entry }) => entry);
	const devices = makers.flatMap((make) => make?.(seed) ?? []);
	return { name, seed, ownNames, entries, devices, names: { ...gpioNames(entries), ...ownNames } };
}

/**
 * Adds a device to a bench.
 * @returns the bench with it; the device is its last
 * @throws BenchError that lists every fault of the entry
 */
export function extendBench(bench: BuiltBench, content: unknown): BuiltBench {
	const faults = new BenchFaults({ name: "device", place: () => "" });
	const parsed = deviceEntry.safeParse(content, { error: issueText });
	if (!parsed.success) faults.addIssues([], parsed.error, () => Object.keys(deviceEntry.shape));
	faults.throwAny();
	const entry = deviceEntry.parse(content);
	const placed: PlacedEntry = { entry, path: [] };
	const make = planDevice(placed, faults);
	// What stands on the bench has been checked: only the last can be at fault.
	checkWiring([...bench.entries.map((other) => ({ entry: other, path: [] })), placed], faults);
	faults.throwAny();
	const devices = [...bench.devices, ...(make === undefined ? [] : [make(bench.seed)])];
	return withDevices(bench, [...bench.entries, entry], devices);
}

/** The bench without one of its devices. */
export function reduceBench(bench: BuiltBench, device: WiredDevice): BuiltBench {
	const stays = bench.devices.map((other) => other !== device);
	const kept = <T>(list: readonly T[]) => list.filter((_, index) => stays[index]);
	return withDevices(bench, kept(bench.entries), kept(bench.devices));
}

function withDevices(bench: BuiltBench, entries: BuiltBench["entries"], devices: BuiltBench["devices"]) {
	return { ...bench, entries, devices, names: { ...gpioNames(entries), ...bench.ownNames } };
}

function knownFields(path: readonly PropertyKey[]): string[] {
	if (path.length === 0) return Object.keys(benchFile.shape);
	return path.length === 2 && path[0] === "devices" ? Object.keys(deviceEntry.shape) : [];
}

/** The entries that have the form of one, so that their wiring is checked even when others have not. */
function soundEntries(content: unknown): PlacedEntry[] {
	const isObject = typeof content === "object" && content !== null;
	const devices = isObject && "devices" in content ? content.devices : undefined;
	if (!Array.isArray(devices)) return [];
	return devices.flatMap((device: unknown, index) => {
		const parsed = deviceEntry.safeParse(device);
		return parsed.success ? [{ entry: parsed.data, path: ["devices", index] }] : [];
	});
}
