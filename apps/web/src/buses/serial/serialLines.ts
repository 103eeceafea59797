import type { TracedLines } from "../../stores/tracedLinesStore.ts";
import type { SerialSettings } from "./serialSettings.ts";

/** Serial devices that a Pi often has, those on its header first. */
export const usualDevices = [
	"/dev/serial0",
	"/dev/ttyAMA0",
	"/dev/ttyS0",
	"/dev/ttyUSB0",
	"/dev/ttyACM0",
] as const;

/** The devices on the header, and where they are there. */
const onHeader: ReadonlySet<string> = new Set(usualDevices.slice(0, 3));
const HEADER = { tx: 14, rx: 15 } as const;

/** The GPIOs of a serial line. */
export function serialLines({ source, device, rx, tx, receives, sends }: SerialSettings): TracedLines {
	const isPort = source === "port";
	if (isPort && !onHeader.has(device))
		return { lines: [], absent: `${device} is not known to be on GPIOs: there is nothing to trace.` };
	const found = isPort ? HEADER : { rx, tx };
	const lines = [
		...(isPort || receives ? [{ gpio: found.rx, role: "RX" }] : []),
		...(isPort || (sends && !(receives && rx === tx)) ? [{ gpio: found.tx, role: "TX" }] : []),
	];
	return lines.length === 0
		? { lines, absent: "Choose a GPIO to receive on, to send on, or both." }
		: { lines };
}
