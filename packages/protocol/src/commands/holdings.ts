import { EMPTY } from "../bytes/words.ts";
import type { HandleKind, PortKind } from "./paramTypes.ts";
import { type Args, type CommandName, commandNames, commands } from "./registry.ts";

/** The chip's one I2C and SPI slave, which is there until a control word of 0. */
export const BSC_SLAVE = { kind: "bscSlave", id: 0 } as const;

/** Something that a client has in the daemon until it is closed, however long the client is gone. */
export interface Holding {
	readonly kind: HandleKind | PortKind | typeof BSC_SLAVE.kind;
	/** The handle; of a port the GPIO that names it; of the one slave 0. */
	readonly id: number;
}

/** A command with its arguments, whichever. */
export interface Invocation {
	readonly name: CommandName;
	readonly args: Args<CommandName>;
}

/** How a command has to do with holdings: of which kind, and which parameter (without one: the result) says which. */
interface Role {
	readonly kind: Holding["kind"];
	readonly param: string | undefined;
}

interface Roles {
	readonly opens?: Role;
	readonly closes?: Role;
	readonly uses?: Role;
}

const roles = Object.fromEntries(commandNames.map((name) => [name, rolesOf(name)])) as Record<
	CommandName,
	Roles | undefined
>;

const closers = new Map(
	commandNames.flatMap((name) => {
		const closes = roles[name]?.closes;
		return closes?.param === undefined ? [] : [[closes.kind, { name, param: closes.param }] as const];
	}),
);

function rolesOf(name: CommandName): Roles | undefined {
	const { params, result, closes, opensPort, closesPort } = commands[name];
	let uses: Role | undefined;
	let gpio: string | undefined;
	for (const [param, slot] of Object.entries(params)) {
		if (slot.at === "p1") gpio = param;
		if (slot.at !== "tail" && slot.type.handle !== undefined) uses = { kind: slot.type.handle, param };
	}
	const found: Roles = {
		...(uses === undefined ? {} : { uses }),
		...(result.handle === undefined ? {} : { opens: { kind: result.handle, param: undefined } }),
		...(opensPort === undefined ? {} : { opens: { kind: opensPort, param: gpio } }),
		...(closes === undefined || uses === undefined ? {} : { closes: uses }),
		...(closesPort === undefined ? {} : { closes: { kind: closesPort, param: gpio } }),
	};
	return Object.keys(found).length === 0 ? undefined : found;
}

/** Whether a command opens something that must be closed. */
export function opensHolding(name: CommandName): boolean {
	return roles[name]?.opens !== undefined;
}

/** Whether a command opens or closes something. */
export function changesHoldings(name: CommandName): boolean {
	return opensHolding(name) || roles[name]?.closes !== undefined;
}

/** What a command opened that was carried out. */
export function openedBy(name: CommandName, args: Args<CommandName>, result: unknown): Holding | undefined {
	return holding(roles[name]?.opens, args, result);
}

/** What a command closes. */
export function closedBy(name: CommandName, args: Args<CommandName>): Holding | undefined {
	return holding(roles[name]?.closes, args, undefined);
}

/** The handle that a command names. */
export function usedBy(name: CommandName, args: Args<CommandName>): Holding | undefined {
	return holding(roles[name]?.uses, args, undefined);
}

/** The command that closes something. */
export function closerOf({ kind, id }: Holding): Invocation {
	if (kind === BSC_SLAVE.kind) return { name: "transferBsc", args: { control: 0, data: EMPTY } };
	const closer = closers.get(kind);
	if (closer === undefined) throw new Error(`Nothing closes a ${kind}.`);
	return { name: closer.name, args: { [closer.param]: id } as unknown as Args<CommandName> };
}

function holding(role: Role | undefined, args: Args<CommandName>, result: unknown): Holding | undefined {
	if (role === undefined) return undefined;
	const id = role.param === undefined ? result : (args as Readonly<Record<string, unknown>>)[role.param];
	return typeof id === "number" ? { kind: role.kind, id } : undefined;
}
