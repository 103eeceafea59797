import type { z } from "zod";
import type { DeviceKind } from "../devices/defineDevice.ts";
import { deviceKinds } from "../devices/deviceKinds.ts";
import { Random } from "../devices/Random.ts";
import type { Bench } from "./Bench.ts";
import { BenchFaults } from "./BenchFaults.ts";
import { benchFile } from "./benchFile.ts";

type DeviceEntry = z.output<typeof benchFile>["devices"][number];

/**
 * Builds the bench that a parsed file describes.
 * @param source names the file in messages
 * @throws BenchError that lists every fault
 */
export function buildBench(content: unknown, source: string): Bench {
	const faults = new BenchFaults(source);
	const parsed = benchFile.safeParse(content);
	if (!parsed.success) faults.addIssues([], parsed.error);
	faults.throwAny();
	const { name, seed, names, devices } = benchFile.parse(content);
	checkWiring(devices, faults);
	const makers = devices.map((entry, index) => plan(entry, ["devices", index], seed, faults));
	faults.throwAny();
	return {
		name,
		devices: makers.flatMap((make) => make?.() ?? []),
		names: { ...Object.assign({}, ...devices.map(namesOf)), ...names },
	};
}

function checkWiring(devices: readonly DeviceEntry[], faults: BenchFaults): void {
	const wired = new Map<number, string>();
	const taken = new Set<string>();
	for (const [index, entry] of devices.entries()) {
		const name = nameOf(entry);
		if (taken.has(name)) {
			faults.add(["devices", index, "name"], `"${name}" is used twice; give each device a name of its own.`);
		}
		taken.add(name);
		for (const [pin, gpio] of Object.entries(entry.pins)) {
			const other = wired.get(gpio);
			if (other) {
				const place = ["devices", index, "pins", pin];
				faults.add(place, `GPIO ${gpio} is already wired to ${other}; use another one.`);
			}
			wired.set(gpio, `${name} (${pin})`);
		}
	}
}

/** Checks one device; what it returns builds it. */
function plan(entry: DeviceEntry, path: readonly PropertyKey[], seed: number, faults: BenchFaults) {
	const kind = kindOf(entry);
	if (!kind) {
		const known = deviceKinds.map((candidate) => candidate.kind).join(", ");
		faults.add([...path, "kind"], `"${entry.kind}" is no kind of device. Kinds: ${known}.`);
		return undefined;
	}
	for (const [pin, { text }] of Object.entries(kind.pins)) {
		if (entry.pins[pin] === undefined) {
			faults.add([...path, "pins"], `${pin} is missing (${text}); give the number of its GPIO.`);
		}
	}
	for (const pin of Object.keys(entry.pins)) {
		if (!kind.pins[pin]) {
			const known = Object.keys(kind.pins).join(", ") || "none";
			faults.add([...path, "pins", pin], `a ${kind.kind} has no such pin. Its pins: ${known}.`);
		}
	}
	const options = kind.options.safeParse(entry.options);
	if (!options.success) faults.addIssues([...path, "options"], options.error);
	const name = nameOf(entry);
	return () =>
		kind.create({ name, gpios: entry.pins, options: entry.options, random: Random.forName(seed, name) });
}

function kindOf(entry: DeviceEntry): DeviceKind | undefined {
	return deviceKinds.find(({ kind }) => kind === entry.kind);
}

function nameOf(entry: DeviceEntry): string {
	return entry.name ?? entry.kind;
}

function namesOf(entry: DeviceEntry): Record<number, string> {
	const pins = kindOf(entry)?.pins;
	return Object.fromEntries(
		Object.entries(entry.pins).map(([pin, gpio]) => [
			gpio,
			[nameOf(entry), pins?.[pin]?.label ?? ""].join(" ").trim(),
		]),
	);
}
