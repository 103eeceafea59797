import type { SerialFrame } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { keepPerPi } from "../../stores/keepPerPi.ts";

/** What ends a line that is sent. */
export const lineEndings = { none: "", lf: "\n", cr: "\r", crlf: "\r\n" } as const;
export type LineEnding = keyof typeof lineEndings;

/** What the person chose for serial lines. */
export interface SerialSettings {
	/** A serial device of the Pi, or any GPIOs. */
	readonly source: "port" | "gpio";
	/** The device, and its bits a second; pigpio opens it with 8 data bits, no parity, 1 stop bit. */
	readonly device: string;
	readonly portBaud: number;
	/** GPIOs, and whether each is used. */
	readonly rx: number;
	readonly tx: number;
	readonly receives: boolean;
	readonly sends: boolean;
	/** How the GPIOs carry characters. */
	readonly frame: SerialFrame;
	/** What is typed is text or hexadecimal bytes. */
	readonly input: "text" | "hex";
	readonly ending: LineEnding;
	/** How the terminal shows characters. */
	readonly view: "text" | "hex";
	/** Line ends and other control characters are seen. */
	readonly showsControls: boolean;
	readonly showsTimes: boolean;
}

const initial: SerialSettings = {
	source: "port",
	device: "/dev/serial0",
	portBaud: 9600,
	rx: 15,
	tx: 14,
	receives: true,
	sends: false,
	frame: { baud: 9600, dataBits: 8, parity: "none", halfStopBits: 2, inverted: false },
	input: "text",
	ending: "crlf",
	view: "text",
	showsControls: false,
	showsTimes: true,
};

/** Kept in the browser, per Pi. */
export const serialSettings = createStore<SerialSettings>()(
	persist(() => initial, {
		name: "gpioscope.serial",
		version: 1,
		skipHydration: true,
		merge: (stored, current) => {
			const kept = (stored ?? {}) as Partial<SerialSettings>;
			return { ...current, ...kept, frame: { ...current.frame, ...kept.frame } };
		},
	}),
);
keepPerPi(serialSettings);

/** Changes part of how the GPIOs carry characters. */
export function changeFrame(change: Partial<SerialFrame>): void {
	serialSettings.setState(({ frame }) => ({ frame: { ...frame, ...change } }));
}
