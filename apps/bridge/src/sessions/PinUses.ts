import {
	type Args,
	type CommandName,
	closedBy,
	commands,
	type Holding,
	openedBy,
	type PinUse,
} from "@gpioscope/protocol";
import { gpiosOfBus, gpiosOfPort } from "./busGpios.ts";

/** What a handle or port has of the pins. */
interface Use {
	/** Those that change when it is closed. */
	readonly changes: readonly number[];
	/** Those that show it. */
	readonly shows: readonly number[];
}

/** Which pins the handles and ports have that were opened through this bridge. */
export class PinUses {
	readonly #uses = new Map<string, Use>();
	readonly #show: (gpio: number, use: PinUse | undefined) => void;

	constructor(show: (gpio: number, use: PinUse | undefined) => void) {
		this.#show = show;
	}

	/** Pins that change when a command closes something. */
	changedByClosing(name: CommandName, args: Args<CommandName>): readonly number[] {
		const closed = closedBy(name, args);
		return closed === undefined ? [] : this.changesOf(closed);
	}

	/** Pins that change when this is closed. */
	changesOf(holding: Holding): readonly number[] {
		return this.#uses.get(keyOf(holding))?.changes ?? [];
	}

	/** Notes what a command that was carried out opened or closed. */
	note(name: CommandName, args: Args<CommandName>, result: unknown): void {
		const closed = closedBy(name, args);
		if (closed !== undefined) this.drop(closed);
		const opened = openedBy(name, args, result);
		if (opened === undefined) return;
		const shows = gpiosOfPort(name, args);
		const { opensPort: port } = commands[name];
		this.#uses.set(keyOf(opened), { changes: gpiosOfBus(name, args), shows });
		if (port !== undefined) for (const gpio of shows) this.#show(gpio, { kind: "port", port });
	}

	/** It is closed. */
	drop(holding: Holding): void {
		for (const gpio of this.#uses.get(keyOf(holding))?.shows ?? []) this.#show(gpio, undefined);
		this.#uses.delete(keyOf(holding));
	}

	/** All of it is gone with the daemon. */
	clear(): void {
		for (const { shows } of this.#uses.values()) for (const gpio of shows) this.#show(gpio, undefined);
		this.#uses.clear();
	}
}

function keyOf({ kind, id }: Holding): string {
	return `${kind} ${id}`;
}
