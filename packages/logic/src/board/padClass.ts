import { isIdLine } from "./idLine.ts";

/** What a header pin is usually for: the colour of its pad. */
export type PadClass = "gpio" | "i2c" | "spi" | "uart" | "pwm" | "id" | "3v3" | "5v" | "ground";

/** The usual purpose of a GPIO on a board's header, by where the boards' makers put their buses. */
export function padClassOfGpio(gpio: number, board: { readonly model: string }): PadClass {
	if (isIdLine(gpio, board)) return "id";
	if (gpio <= 3) return "i2c";
	if (gpio >= 7 && gpio <= 11) return "spi";
	if (gpio === 14 || gpio === 15) return "uart";
	if (gpio === 12 || gpio === 13 || gpio === 18) return "pwm";
	return "gpio";
}
