import { type Args, type CommandName, commandNames, commands, type HandleKind } from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";

/** Something a session holds in the daemon until it lets go: a handle, or a GPIO used as a bit-bang port. */
export interface Holding {
	readonly session: string;
	readonly kind: HandleKind | CommandName;
	readonly handle: number;
	/** The call that frees it. */
	readonly release: { readonly name: CommandName; readonly args: Args<CommandName> };
}

/** Bit-bang ports are held by their GPIO instead of a handle. */
const ports: Partial<
	Record<CommandName, { readonly close: CommandName; readonly gpio: string; readonly as: string }>
> = {
	openBitBangSerial: { close: "closeBitBangSerial", gpio: "gpio", as: "gpio" },
	openBitBangI2c: { close: "closeBitBangI2c", gpio: "sda", as: "sda" },
	openBitBangSpi: { close: "closeBitBangSpi", gpio: "cs", as: "cs" },
};

/**
 * Who holds what. pigpiod keeps handles for ever, whoever opened them, so the bridge notes who did, lets nobody else
 * use them, and frees them when their session leaves.
 */
export class Ownership {
	readonly #holdings = new Map<string, Holding>();
	readonly #reportHandle: () => number | undefined;

	/** @param reportHandle the notification that the bridge itself needs, which is nobody's */
	constructor(reportHandle: () => number | undefined) {
		this.#reportHandle = reportHandle;
	}

	/** @throws Refusal when the call uses, or would delete, what another session holds */
	check(session: string, name: CommandName, args: Args<CommandName>): void {
		if (name === "clearWaves") this.#refuseClearing(session);
		const used = usedHandle(name, args);
		if (used === undefined) return;
		if (used.kind === "notification" && used.handle === this.#reportHandle()) {
			throw new Refusal(
				"foreignHandle",
				`Handle ${used.handle} carries the reports of gpioscope itself.`,
				"Open a notification of your own.",
			);
		}
		const holding = this.#holdings.get(keyOf(used.kind, used.handle));
		if (holding === undefined || holding.session === session) return;
		const word = used.kind === "wave" || used.kind === "script" ? capital(used.kind) : "Handle";
		throw new Refusal("foreignHandle", `${word} ${used.handle} belongs to another session.`);
	}

	/** Notes what a call that was carried out opened or closed. */
	note(session: string, name: CommandName, args: Args<CommandName>, result: unknown): void {
		const opened = commands[name].result.handle;
		if (opened !== undefined && typeof result === "number") this.hold(session, opened, result);
		const port = ports[name];
		if (port !== undefined) this.#holdPort(session, name, numberOf(args, port.gpio), port.close, port.as);
		if (commands[name].closes !== undefined) {
			const used = usedHandle(name, args);
			if (used !== undefined) this.#holdings.delete(keyOf(used.kind, used.handle));
		}
		for (const [opener, { close, as }] of Object.entries(ports)) {
			if (close === name) this.#holdings.delete(keyOf(opener as CommandName, numberOf(args, as)));
		}
		if (name === "clearWaves") this.forget("wave");
	}

	/** Notes that a session holds a handle. */
	hold(session: string, kind: HandleKind, handle: number): void {
		const name = closers.get(kind);
		if (name === undefined) return;
		const param = Object.keys(commands[name].params)[0] ?? "handle";
		const args = { [param]: handle } as unknown as Args<CommandName>;
		this.#holdings.set(keyOf(kind, handle), { session, kind, handle, release: { name, args } });
	}

	/** What a session holds, newest first. */
	of(session: string): Holding[] {
		return [...this.#holdings.values()].filter((holding) => holding.session === session).reverse();
	}

	/** It is freed, or gone with the daemon. */
	drop({ kind, handle }: Holding): void {
		this.#holdings.delete(keyOf(kind, handle));
	}

	/** All of a kind are gone; everything without one. */
	forget(kind?: HandleKind): void {
		for (const [key, holding] of this.#holdings) {
			if (kind === undefined || holding.kind === kind) this.#holdings.delete(key);
		}
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

	#holdPort(session: string, opener: CommandName, gpio: number, close: CommandName, as: string): void {
		const args = { [as]: gpio } as unknown as Args<CommandName>;
		this.#holdings.set(keyOf(opener, gpio), {
			session,
			kind: opener,
			handle: gpio,
			release: { name: close, args },
		});
	}
}

/** Which command frees a kind of handle. */
const closers = new Map<HandleKind, CommandName>(
	commandNames.flatMap((name) => {
		const kind = commands[name].closes;
		return kind === undefined ? [] : [[kind, name] as const];
	}),
);

function usedHandle(
	name: CommandName,
	args: Args<CommandName>,
): { readonly kind: HandleKind; readonly handle: number } | undefined {
	for (const [param, slot] of Object.entries(commands[name].params)) {
		if (slot.at === "tail" || slot.type.handle === undefined) continue;
		return { kind: slot.type.handle, handle: numberOf(args, param) };
	}
	return undefined;
}

function numberOf(args: Args<CommandName>, param: string): number {
	const value = (args as Readonly<Record<string, unknown>>)[param];
	return typeof value === "number" ? value : -1;
}

function keyOf(kind: Holding["kind"], handle: number): string {
	return `${kind} ${handle}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
