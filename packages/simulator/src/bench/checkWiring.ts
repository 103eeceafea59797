import type { DevicePin } from "../devices/defineDevice.ts";
import type { BenchFaults } from "./BenchFaults.ts";
import { deviceName, kindOf, type PlacedEntry } from "./planDevice.ts";

interface Wire {
	/** Device and pin. */
	readonly text: string;
	readonly bus: DevicePin["bus"];
}

/** Checks the devices against each other: their names, the GPIOs they are wired to, their addresses on a bus. */
export function checkWiring(placed: readonly PlacedEntry[], faults: BenchFaults): void {
	const wires = new Map<number, Wire>();
	const names = new Set<string>();
	const chips = new Map<string, string>();
	for (const { entry, path } of placed) {
		const name = deviceName(entry);
		if (names.has(name)) {
			faults.add([...path, "name"], `"${name}" is used twice; give each device a name of its own.`);
		}
		names.add(name);
		for (const [pin, gpio] of Object.entries(entry.pins)) {
			const bus = kindOf(entry)?.pins[pin]?.bus;
			const other = wires.get(gpio);
			if (other !== undefined && (bus === undefined || bus !== other.bus)) {
				faults.add(
					[...path, "pins", pin],
					`GPIO ${gpio} is already wired to ${other.text}; use another one.`,
				);
			}
			if (other === undefined) wires.set(gpio, { text: `${name} (${pin})`, bus });
		}
		checkAddress({ entry, path }, chips, faults);
	}
}

/** @param chips names of those already seen, by bus and address */
function checkAddress({ entry, path }: PlacedEntry, chips: Map<string, string>, faults: BenchFaults): void {
	const kind = kindOf(entry);
	if (kind === undefined) return;
	const lines = Object.keys(kind.pins).filter((pin) => kind.pins[pin]?.bus === "i2c");
	const options = kind.options.safeParse(entry.options);
	const address = options.success ? options.data["address"] : undefined;
	if (lines.length === 0 || typeof address !== "number") return;
	const place = `${lines.map((pin) => entry.pins[pin]).join()}/${address}`;
	const other = chips.get(place);
	if (other !== undefined) {
		const text = `${other} has address 0x${address.toString(16)} on this bus as well`;
		faults.add([...path, "options", "address"], `${text}; choose another address or other GPIOs.`);
	}
	chips.set(place, deviceName(entry));
}
