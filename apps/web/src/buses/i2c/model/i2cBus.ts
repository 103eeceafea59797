import type { TransactionPlayer } from "@gpioscope/logic";

/** Two lines on which I2C is spoken: a controller of the chip by its number, or any two GPIOs that pigpiod itself moves. */
export type I2cBus =
	| { readonly kind: "controller"; readonly number: number }
	| { readonly kind: "bitBang"; readonly sda: number; readonly scl: number; readonly baud: number };

/** The GPIOs of a bus. */
export interface BusLines {
	readonly sda: number;
	readonly scl: number;
}

/** The controllers of every Pi, by their number. Others are set up by overlays, on pins that nobody can ask for. */
const controllerLines: readonly BusLines[] = [
	{ sda: 0, scl: 1 },
	{ sda: 2, scl: 3 },
];

/** Bits a second that pigpiod can move by itself. */
export const bitBangBaud = { min: 50, max: 500_000, usual: 10_000 } as const;
/** The highest GPIO that pigpiod moves by itself. */
export const lastBitBangGpio = 31;
/** Linux numbers its buses far below this. */
export const lastController = 255;

/** Who plays transactions on a bus. */
export function playerOf({ kind }: I2cBus): TransactionPlayer {
	return kind;
}

/** The GPIOs of a bus; undefined where they are not known. */
export function linesOf(bus: I2cBus): BusLines | undefined {
	return bus.kind === "bitBang" ? { sda: bus.sda, scl: bus.scl } : controllerLines[bus.number];
}

/** Tells buses apart. */
export function busKey(bus: I2cBus): string {
	return bus.kind === "controller" ? `${bus.number}` : `${bus.sda}/${bus.scl}`;
}

/** Tells devices of all buses apart. */
export function deviceKey(bus: I2cBus, address: number): string {
	return `${busKey(bus)} ${address}`;
}

/** What a bus is called: `Bus 1, GPIO 2 and 3`. */
export function busLabel(bus: I2cBus): string {
	const lines = linesOf(bus);
	if (bus.kind === "bitBang") return `Bit-bang, SDA ${bus.sda}, SCL ${bus.scl}`;
	return lines === undefined ? `Bus ${bus.number}` : `Bus ${bus.number}, GPIO ${lines.sda} and ${lines.scl}`;
}

/** The same in few letters: `bus 1`, `GPIO 23 and 24`. */
export function busWords(bus: I2cBus): string {
	return bus.kind === "controller" ? `bus ${bus.number}` : `GPIO ${bus.sda} and ${bus.scl}`;
}

/** The same at the beginning of a sentence. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
