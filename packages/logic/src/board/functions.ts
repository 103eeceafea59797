import type { Processor } from "./revision.ts";

/** What a function belongs to; the page colours and warns by it. */
export type FunctionKind =
	| "i2c"
	| "spi"
	| "uart"
	| "pwm"
	| "clock"
	| "pcm"
	| "sd"
	| "jtag"
	| "display"
	| "memory"
	| "slave";

/** One alternate function of one GPIO. */
export interface PinFunction {
	/** The datasheet's name: `SDA1`, `SPI0_MOSI`, `PWM0`. */
	readonly name: string;
	readonly kind: FunctionKind;
	/** Which of several units: 1 for `SDA1`; undefined where there is only one. */
	readonly unit?: number;
}

/** pigpio's mode numbers of ALT0 to ALT5, by ALT number. */
export const altModes: readonly number[] = [4, 5, 6, 7, 3, 2];

/** ALT number of one of pigpio's modes; undefined for input (0) and output (1). */
export function altOfMode(mode: number): number | undefined {
	const alt = altModes.indexOf(mode);
	return alt < 0 ? undefined : alt;
}

/** A run of functions on neighbouring GPIOs: ALT number, first GPIO, names; `-` has none. */
type Run = readonly [alt: number, first: number, names: string];

const common: readonly Run[] = [
	[0, 0, "SDA0 SCL0 SDA1 SCL1 GPCLK0 GPCLK1 GPCLK2"],
	[0, 7, "SPI0_CE1 SPI0_CE0 SPI0_MISO SPI0_MOSI SPI0_SCLK PWM0 PWM1 TXD0 RXD0"],
	[0, 18, "PCM_CLK PCM_FS PCM_DIN PCM_DOUT"],
	[0, 28, "SDA0 SCL0 - - GPCLK0 - GPCLK0"],
	[0, 35, "SPI0_CE1 SPI0_CE0 SPI0_MISO SPI0_MOSI SPI0_SCLK PWM0 PWM1 GPCLK1 GPCLK2 GPCLK1 PWM1"],
	[1, 0, "SA5 SA4 SA3 SA2 SA1 SA0 SOE_N SWE_N"],
	[1, 8, "SD0 SD1 SD2 SD3 SD4 SD5 SD6 SD7 SD8 SD9 SD10 SD11 SD12 SD13 SD14 SD15 SD16 SD17"],
	[1, 28, "SA5 SA4 SA3 SA2 SA1 SA0 SOE_N SWE_N SD0 SD1 SD2 SD3 SD4 SD5 SD6 SD7 SDA0 SCL0"],
	[2, 0, "PCLK DE LCD_VSYNC LCD_HSYNC DPI_D0 DPI_D1 DPI_D2 DPI_D3 DPI_D4 DPI_D5 DPI_D6 DPI_D7 DPI_D8"],
	[2, 13, "DPI_D9 DPI_D10 DPI_D11 DPI_D12 DPI_D13 DPI_D14 DPI_D15 DPI_D16 DPI_D17 DPI_D18 DPI_D19"],
	[2, 24, "DPI_D20 DPI_D21 DPI_D22 DPI_D23 PCM_CLK PCM_FS PCM_DIN PCM_DOUT"],
	[2, 36, "TXD0 RXD0 RTS0 CTS0"],
	[2, 44, "SDA1 SCL1"],
	[3, 16, "CTS0 RTS0"],
	[3, 22, "SD1_CLK SD1_CMD SD1_DAT0 SD1_DAT1 SD1_DAT2 SD1_DAT3"],
	[3, 30, "CTS0 RTS0 TXD0 RXD0 SD1_CLK SD1_CMD SD1_DAT0 SD1_DAT1 SD1_DAT2 SD1_DAT3"],
	[3, 48, "SD1_CLK SD1_CMD SD1_DAT0 SD1_DAT1 SD1_DAT2 SD1_DAT3"],
	[4, 16, "SPI1_CE2 SPI1_CE1 SPI1_CE0 SPI1_MISO SPI1_MOSI SPI1_SCLK"],
	[4, 22, "ARM_TRST ARM_RTCK ARM_TDO ARM_TCK ARM_TDI ARM_TMS"],
	[4, 40, "SPI2_MISO SPI2_MOSI SPI2_SCLK SPI2_CE0 SPI2_CE1 SPI2_CE2"],
	[5, 14, "TXD1 RXD1 CTS1 RTS1 PWM0 PWM1 GPCLK0 GPCLK1"],
	[5, 30, "CTS1 RTS1 TXD1 RXD1"],
	[5, 40, "TXD1 RXD1 RTS1 CTS1"],
];

/** Only on BCM2835, 2836 and 2837; the BCM2711 has its further buses there. */
const older: readonly Run[] = [
	[3, 18, "BSCSL_SDA/MOSI BSCSL_SCL/SCLK BSCSL_MISO BSCSL_CE_N"],
	[5, 4, "ARM_TDI ARM_TDO ARM_RTCK"],
	[5, 12, "ARM_TMS ARM_TCK"],
];

/** Added by the BCM2711. */
const newer: readonly Run[] = [
	[3, 0, "SPI3_CE0 SPI3_MISO SPI3_MOSI SPI3_SCLK SPI4_CE0 SPI4_MISO SPI4_MOSI SPI4_SCLK"],
	[3, 8, "BSCSL_CE_N BSCSL_MISO BSCSL_SDA/MOSI BSCSL_SCL/SCLK"],
	[3, 12, "SPI5_CE0 SPI5_MISO SPI5_MOSI SPI5_SCLK"],
	[3, 18, "SPI6_CE0 SPI6_MISO SPI6_MOSI SPI6_SCLK"],
	[4, 0, "TXD2 RXD2 CTS2 RTS2 TXD3 RXD3 CTS3 RTS3 TXD4 RXD4 CTS4 RTS4 TXD5 RXD5 CTS5 RTS5"],
	[5, 0, "SDA6 SCL6 SDA3 SCL3 SDA3 SCL3 SDA4 SCL4 SDA4 SCL4 SDA5 SCL5 SDA5 SCL5"],
	[5, 22, "SDA6 SCL6 SPI3_CE1 SPI4_CE1 SPI5_CE1 SPI6_CE1"],
];

const kinds: readonly (readonly [RegExp, FunctionKind])[] = [
	[/^(?:SDA|SCL)(\d)$/, "i2c"],
	[/^SPI(\d)_/, "spi"],
	[/^(?:TXD|RXD|CTS|RTS)(\d)$/, "uart"],
	[/^PWM(\d)$/, "pwm"],
	[/^GPCLK(\d)$/, "clock"],
	[/^PCM_/, "pcm"],
	[/^SD1_/, "sd"],
	[/^ARM_/, "jtag"],
	[/^(?:DPI|LCD|PCLK|DE)/, "display"],
	[/^BSCSL/, "slave"],
	[/^S/, "memory"],
];

function describe(name: string): PinFunction | undefined {
	for (const [pattern, kind] of kinds) {
		const match = pattern.exec(name);
		if (match !== null) {
			return match[1] === undefined ? { name, kind } : { name, kind, unit: Number(match[1]) };
		}
	}
	return undefined;
}

function tableOf(runs: readonly Run[]): ReadonlyMap<number, PinFunction> {
	const table = new Map<number, PinFunction>();
	for (const [alt, first, names] of runs) {
		for (const [offset, name] of names.split(" ").entries()) {
			const found = describe(name);
			if (found !== undefined) table.set((first + offset) * altModes.length + alt, found);
		}
	}
	return table;
}

const olderTable = tableOf([...common, ...older]);
const newerTable = tableOf([...common, ...newer]);

/** The function of a GPIO at an ALT number (0 to 5); undefined where the datasheet names none. */
export function alternateFunction(gpio: number, alt: number, processor: Processor): PinFunction | undefined {
	const table = processor === "BCM2711" ? newerTable : olderTable;
	return table.get(gpio * altModes.length + alt);
}

/** The function a mode (pigpio's number) gives a GPIO; undefined for input, output and unnamed ones. */
export function functionOfMode(gpio: number, mode: number, processor: Processor): PinFunction | undefined {
	const alt = altOfMode(mode);
	return alt === undefined ? undefined : alternateFunction(gpio, alt, processor);
}

/** A mode (pigpio's number) in words: `input`, `output`, the function's name, or `ALT3`. */
export function functionName(gpio: number, mode: number, board: { readonly processor: Processor }): string {
	if (mode === 0) return "input";
	if (mode === 1) return "output";
	return functionOfMode(gpio, mode, board.processor)?.name ?? `ALT${altOfMode(mode) ?? "?"}`;
}
