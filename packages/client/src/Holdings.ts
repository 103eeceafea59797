import {
	type Args,
	type CommandName,
	closedBy,
	closerOf,
	type Holding,
	type Invocation,
	openedBy,
	usedBy,
} from "@gpioscope/protocol";
import { StaleHandleError } from "./errors.ts";

/**
 * What a client has opened in the daemon and not closed: handles, ports, scripts, waves. pigpiod keeps them when their
 * client is gone, and forgets them when it restarts.
 */
export class Holdings {
	readonly #held = new Map<string, Holding>();
	/** Held when the daemon restarted, and not opened anew. */
	readonly #stale = new Set<string>();

	get size(): number {
		return this.#held.size;
	}

	/** Takes down what a command opened or closed that was carried out. @returns what it opened */
	note(name: CommandName, args: Args<CommandName>, result: unknown): Holding | undefined {
		const opened = openedBy(name, args, result);
		if (opened !== undefined) {
			this.#held.set(keyOf(opened), opened);
			this.#stale.delete(keyOf(opened));
		}
		const closed = closedBy(name, args);
		if (closed !== undefined) this.#held.delete(keyOf(closed));
		if (name === "clearWaves") {
			for (const wave of this.of("wave")) this.#held.delete(keyOf(wave));
		}
		return opened;
	}

	/**
	 * Whether a command would close what a restart has closed already.
	 * @throws StaleHandleError when it would use that
	 */
	isGone(name: CommandName, args: Args<CommandName>): boolean {
		if (this.#stale.size === 0) return false;
		const closed = closedBy(name, args);
		if (closed !== undefined) return this.#stale.has(keyOf(closed));
		const used = usedBy(name, args);
		if (used === undefined || !this.#stale.has(keyOf(used))) return false;
		throw new StaleHandleError(
			`The ${nameOf(used.kind)} ${used.id} is gone since pigpiod restarted. Open it anew.`,
		);
	}

	/** The daemon has restarted: nothing of it is left. */
	restarted(): void {
		for (const key of this.#held.keys()) this.#stale.add(key);
		this.#held.clear();
	}

	/** What is held of a kind. */
	of(kind: Holding["kind"]): Holding[] {
		return [...this.#held.values()].filter((holding) => holding.kind === kind);
	}

	/**
	 * The commands that give everything back, in an order that works: waves from the highest id on, so that their memory
	 * is whole again; scripts last, since deleting one waits for the command it is at.
	 */
	closers(): Invocation[] {
		const rank = ({ kind }: Holding) => (kind === "wave" ? 0 : kind === "script" ? 2 : 1);
		return [...this.#held.values()]
			.sort((a, b) => rank(a) - rank(b) || b.id - a.id)
			.map((holding) => closerOf(holding));
	}
}

function keyOf({ kind, id }: Holding): string {
	return `${kind} ${id}`;
}

/** In words: "wave", "script", "i2c handle". */
function nameOf(kind: Holding["kind"]): string {
	return kind === "wave" || kind === "script" ? kind : `${kind} handle`;
}
