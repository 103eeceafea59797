/** What the daemon bit-bangs on a GPIO. */
export type PinUse = "serial" | "i2cSda" | "i2cScl" | "spiCs" | "spiMiso" | "spiMosi" | "spiSclk";

/** Which GPIOs are taken by bit-bang interfaces, and for what. */
export class PinUses {
	readonly #uses = new Map<number, PinUse>();

	get(gpio: number): PinUse | undefined {
		return this.#uses.get(gpio);
	}

	take(gpio: number, use: PinUse): void {
		this.#uses.set(gpio, use);
	}

	free(gpio: number): void {
		this.#uses.delete(gpio);
	}

	isFree(...gpios: readonly number[]): boolean {
		return gpios.every((gpio) => !this.#uses.has(gpio));
	}
}
