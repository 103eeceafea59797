import type { DeviceEntry } from "./benchFile.ts";
import { deviceName, kindOf } from "./planDevice.ts";

/** What the GPIOs are called after the devices on them; a line of a bus that several share, after the line alone. */
export function gpioNames(entries: readonly DeviceEntry[]): Record<number, string> {
	const found = new Map<number, { full: string; label: string }[]>();
	for (const entry of entries) {
		for (const [pin, gpio] of Object.entries(entry.pins)) {
			const label = kindOf(entry)?.pins[pin]?.label ?? "";
			const full = `${deviceName(entry)} ${label}`.trim();
			found.set(gpio, [...(found.get(gpio) ?? []), { full, label }]);
		}
	}
	return Object.fromEntries([...found].map(([gpio, names]) => [gpio, commonName(names)]));
}

function commonName(names: readonly { full: string; label: string }[]): string {
	const labels = [...new Set(names.map(({ label }) => label))].filter((label) => label !== "");
	return names.length > 1 && labels.length > 0 ? labels.join("/") : names.map(({ full }) => full).join(", ");
}
