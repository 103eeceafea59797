import { type Args, type CommandName, commands, type HandleKind, type PortKind } from "@gpioscope/protocol";
import { bitsOf } from "./affectedGpios.ts";

/** Ports whose GPIOs pigpiod drives; bit-banged serial only listens. */
const drivingPorts: ReadonlySet<HandleKind | PortKind> = new Set(["bitBangI2c", "bitBangSpi"]);

/** Bit of the flags of SPI that chooses the auxiliary controller, and what each of both takes. */
const AUXILIARY = 1 << 8;
const auxiliarySpi: readonly number[] = [16, 17, 18, 19, 20, 21];
const mainSpi: readonly number[] = [7, 8, 9, 10, 11];

/** GPIOs that a command takes for a bus or port that it opens, whose modes or levels pigpiod then changes. */
export function gpiosOfBus(name: CommandName, args: Args<CommandName>): readonly number[] {
	if (name === "openSpi") {
		const { flags } = args as Args<"openSpi">;
		return (flags & AUXILIARY) === 0 ? mainSpi : auxiliarySpi;
	}
	const { opensPort } = commands[name];
	return opensPort === undefined || !drivingPorts.has(opensPort) ? [] : gpiosOfPort(name, args);
}

/** GPIOs of a bit-banged port that a command opens. */
export function gpiosOfPort(name: CommandName, args: Args<CommandName>): number[] {
	const { opensPort, params } = commands[name];
	if (opensPort === undefined) return [];
	const values = args as Readonly<Record<string, unknown>>;
	return Object.entries(params).flatMap(([param, slot]) => {
		const value = values[param];
		return slot.at !== "tail" && slot.type.kind === "userGpio" && typeof value === "number" ? [value] : [];
	});
}

/** GPIOs that a command puts into the waveform. */
export function gpiosOfWaveform(name: CommandName, args: Args<CommandName>): number[] {
	if (name === "addSerial") return [(args as Args<"addSerial">).gpio];
	if (name !== "addPulses") return [];
	return gpiosOfPulses((args as Args<"addPulses">).pulses);
}

/** GPIOs that pulses switch. */
export function gpiosOfPulses(pulses: readonly { readonly on: number; readonly off: number }[]): number[] {
	return bitsOf(pulses.reduce((mask, { on, off }) => mask | on | off, 0));
}
