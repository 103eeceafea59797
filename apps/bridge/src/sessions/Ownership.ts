import {
	type Args,
	BSC_SLAVE,
	type CommandName,
	closedBy,
	closerOf,
	commands,
	type HandleKind,
	type Holding as Held,
	type Invocation,
	openedBy,
	usedBy,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import { pigsText } from "./pigsText.ts";

/** Something a session has in the daemon until it lets go: a handle, or a GPIO used as a bit-bang port. */
export interface Holding extends Held {
	readonly session: string;
	/** The command that opened it, in its pigs form. */
	readonly pigs: string;
	/** When, in milliseconds since 1970. */
	readonly at: number;
	/** The call that frees it. */
	readonly release: Invocation;
}

/**
 * Who holds what. pigpiod keeps handles for ever, whoever opened them, so the bridge notes who did, lets nobody else
 * use them, and frees them when their session leaves.
 */
export class Ownership {
	readonly #holdings = new Map<string, Holding>();
	readonly #reportHandle: () => number | undefined;
	readonly #onChange: () => void;

	/**
	 * @param reportHandle the notification that the bridge itself needs, which is nobody's
	 * @param onChange called whenever something is held, or held no longer
	 */
	constructor(reportHandle: () => number | undefined, onChange: () => void) {
		this.#reportHandle = reportHandle;
		this.#onChange = onChange;
	}

	/** Whether a session, or the bridge itself, has it. */
	has(held: Held): boolean {
		return this.#holdings.has(keyOf(held)) || this.#isOwn(held);
	}

	/** What all sessions hold, the oldest first. */
	list(): Holding[] {
		return [...this.#holdings.values()];
	}

	/** @throws Refusal when the call uses, or would delete, what another session holds; to look at it is free */
	check(session: string, name: CommandName, args: Args<CommandName>): void {
		if (name === "clearWaves") this.#refuseClearing(session);
		const used = name === "transferBsc" ? BSC_SLAVE : usedBy(name, args);
		if (used === undefined || commands[name].access === "observe") return;
		if (this.#isOwn(used)) {
			throw new Refusal(
				"foreignHandle",
				`Handle ${used.id} carries the reports of gpioscope itself.`,
				"Open a notification of your own.",
			);
		}
		const holding = this.#holdings.get(keyOf(used));
		if (holding === undefined || holding.session === session) return;
		if (used.kind === BSC_SLAVE.kind)
			throw new Refusal("foreignHandle", "The I2C and SPI slave belongs to another session.");
		const word = used.kind === "wave" || used.kind === "script" ? capital(used.kind) : "Handle";
		throw new Refusal("foreignHandle", `${word} ${used.id} belongs to another session.`);
	}

	/** Notes what a call that was carried out opened or closed. */
	note(session: string, name: CommandName, args: Args<CommandName>, result: unknown): void {
		const opened = openedBy(name, args, result);
		if (opened !== undefined) this.hold(session, opened, pigsText(name, args));
		const closed = closedBy(name, args);
		if (closed !== undefined) this.drop(closed);
		if (name === "clearWaves") this.forget("wave");
		if (name === "transferBsc") this.#noteSlave(session, args as Args<"transferBsc">);
	}

	/** Notes that a session holds something, since a command that is given in its pigs form. */
	hold(session: string, held: Held, pigs: string): void {
		this.#holdings.set(keyOf(held), { session, pigs, at: Date.now(), ...held, release: closerOf(held) });
		this.#onChange();
	}

	/** What a session holds, newest first. */
	of(session: string): Holding[] {
		return [...this.#holdings.values()].filter((holding) => holding.session === session).reverse();
	}

	/** It is freed, or gone with the daemon. */
	drop(held: Held): void {
		if (this.#holdings.delete(keyOf(held))) this.#onChange();
	}

	/** All of a kind are gone; everything without one. */
	forget(kind?: HandleKind): void {
		for (const [key, holding] of this.#holdings) {
			if (kind === undefined || holding.kind === kind) this.#holdings.delete(key);
		}
		this.#onChange();
	}

	/** The slave is there from its first control word to one of 0, however often it is used. */
	#noteSlave(session: string, args: Args<"transferBsc">): void {
		if (args.control === 0) this.drop(BSC_SLAVE);
		else if (!this.has(BSC_SLAVE)) this.hold(session, BSC_SLAVE, pigsText("transferBsc", args));
	}

	#isOwn({ kind, id }: Held): boolean {
		return kind === "notification" && id === this.#reportHandle();
	}

	#refuseClearing(session: string): void {
		const others = [...this.#holdings.values()].filter(
			(holding) => holding.kind === "wave" && holding.session !== session,
		);
		if (others.length === 0) return;
		throw new Refusal(
			"foreignHandle",
			others.length === 1
				? "A wave of another session would go too."
				: `${others.length} waves of other sessions would go too.`,
			"Delete your own waves one by one.",
		);
	}
}

function keyOf({ kind, id }: Held): string {
	return `${kind} ${id}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
