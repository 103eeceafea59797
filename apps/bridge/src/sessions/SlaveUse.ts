import { boardOf, slaveBusOf, slavePins } from "@gpioscope/logic";
import type { Args, CommandName } from "@gpioscope/protocol";
import type { Target } from "../targets/Target.ts";

/** Which pins the chip's one I2C and SPI slave has, as far as it was set up through this bridge. */
export class SlaveUse {
	readonly #target: Target;
	#gpios: readonly number[] = [];

	constructor(target: Target) {
		this.#target = target;
	}

	/** GPIOs that a call takes for the slave; none when it has them already. */
	takenBy(name: CommandName, args: Args<CommandName>): readonly number[] {
		return this.#wantedBy(name, args).filter((gpio) => !this.#gpios.includes(gpio));
	}

	/** GPIOs that a call gives back. */
	leftBy(name: CommandName, args: Args<CommandName>): readonly number[] {
		if (name !== "transferBsc") return [];
		const wanted = this.#wantedBy(name, args);
		return this.#gpios.filter((gpio) => !wanted.includes(gpio));
	}

	/** A call was carried out. */
	note(name: CommandName, args: Args<CommandName>): void {
		if (name === "transferBsc") this.#gpios = this.#wantedBy(name, args);
	}

	/** It is no more. @returns the GPIOs that it had */
	end(): readonly number[] {
		const had = this.#gpios;
		this.#gpios = [];
		return had;
	}

	#wantedBy(name: CommandName, args: Args<CommandName>): readonly number[] {
		const { status } = this.#target.pi;
		if (name !== "transferBsc" || (status.kind !== "live" && status.kind !== "stalled")) return [];
		const bus = slaveBusOf((args as Args<"transferBsc">).control);
		if (bus === undefined) return [];
		return slavePins(bus, boardOf(status.revision).processor).map(({ gpio }) => gpio);
	}
}
