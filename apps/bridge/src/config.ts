import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORT } from "@gpioscope/client";
import { namedBenches } from "@gpioscope/simulator";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type Ability, optionalAbilities } from "./access/policy.ts";
import type { LineServerConfig } from "./lines/LineServer.ts";
import { type LineDialectName, lineDialectNames } from "./lines/lineDialects.ts";
import { type NamedDestination, readPiOption } from "./targets/NamedDestination.ts";
import { defaultTargetsFile } from "./targets/TargetsFile.ts";
import { VERSION } from "./version.ts";

/** Which pigpiod to use. */
export type Source =
	/** This one, however long it takes to appear. */
	| ({ readonly kind: "pi" } & NamedDestination)
	/** The simulated one, whatever else there is. */
	| { readonly kind: "simulate" }
	/** One on this computer if there is one, else the simulated one. */
	| { readonly kind: "find" };

/** Everything that can be set from outside. */
export interface Config {
	readonly source: Source;
	/** Further pigpiods, beside that of the source. */
	readonly others: readonly NamedDestination[];
	/** Where pigpiods that people add, and names they give, are kept; they end with the bridge without. */
	readonly targetsFile?: string;
	/** Looks for other gpioscopes on the local network, and lets itself be found there when it listens there. */
	readonly discovery: boolean;
	/** Bench of the simulated Pi: a name of one that ships, or a file. */
	readonly bench: string;
	/** Address to listen on. */
	readonly listenHost: string;
	/** 0 takes any free one. */
	readonly port: number;
	readonly allowedOrigins: readonly string[];
	readonly allowedHosts: readonly string[];
	readonly allowed: ReadonlySet<Ability>;
	/** Without one, a new one is made at each start. */
	readonly token?: string;
	/** Folder of the built page. */
	readonly webRoot: string;
	/** Off without. */
	readonly lines?: LineServerConfig;
}

/** The command line was wrong, or asked for help; the text says it all. */
export class UsageError extends Error {
	override readonly name = "UsageError";
	readonly exitCode: number;

	constructor(text: string, exitCode: number) {
		super(text);
		this.exitCode = exitCode;
	}
}

export const DEFAULT_BRIDGE_PORT = 8880;
const SHORTEST_TOKEN = 16;

interface Flags {
	readonly pi: readonly NamedDestination[];
	readonly targets?: string;
	readonly discovery: boolean;
	readonly simulate?: boolean;
	readonly bench: string;
	readonly listen: string;
	readonly port: number;
	readonly allowOrigin: readonly string[];
	readonly allowHost: readonly string[];
	readonly allow: readonly Ability[];
	readonly token?: string;
	readonly lineSocket?: string;
	readonly lineGroup?: string;
	readonly lineTarget?: string;
	readonly lineDialect?: LineDialectName;
}

/**
 * Reads command line and environment.
 * @throws UsageError with what to print
 */
export function parseConfig(args: readonly string[], env: NodeJS.ProcessEnv): Config {
	const flags = parseFlags(args);
	const source = sourceOf(flags, env);
	return {
		source,
		others: flags.pi.slice(1),
		...targetsFileOf(flags, env),
		discovery: flags.discovery,
		bench: flags.bench,
		listenHost: flags.listen,
		port: flags.port,
		allowedOrigins: flags.allowOrigin,
		allowedHosts: flags.allowHost,
		allowed: new Set(flags.allow),
		...tokenOf(flags, env),
		webRoot: fileURLToPath(new URL("../../web/dist", import.meta.url)),
		...linesOf(flags),
	};
}

function sourceOf({ pi, simulate }: Flags, env: NodeJS.ProcessEnv): Source {
	if (simulate === true) {
		if (pi.length > 0) throw new UsageError("Use either --pi or --simulate.", 2);
		return { kind: "simulate" };
	}
	const [first] = pi;
	if (first !== undefined) return { kind: "pi", ...first };
	const host = env["PIGPIO_ADDR"];
	const port = env["PIGPIO_PORT"];
	if (!host && !port) return { kind: "find" };
	try {
		return {
			kind: "pi",
			destination: { host: host || "localhost", port: port ? portNumber(port) : DEFAULT_PORT },
		};
	} catch (error) {
		throw new UsageError(`PIGPIO_PORT: ${error instanceof Error ? error.message : error}`, 2);
	}
}

function parseFlags(args: readonly string[]): Flags {
	let output = "";
	const write = (text: string) => {
		output += text;
	};
	const benchHelp = `what is wired to the simulated Pi: a file or one of ${Object.keys(namedBenches).join(", ")}`;
	const command = new Command("gpioscope")
		.description(
			"Live timing traces, pin control and waveforms for the Raspberry Pi's GPIOs, in any browser.",
		)
		.version(VERSION)
		.option(
			"--pi <[name=]host[:port]>",
			"pigpiod to use (repeatable; or PIGPIO_ADDR and PIGPIO_PORT)",
			piOption,
			[],
		)
		.option("--targets <file>", 'where pigpiods that are added in the page are kept, or "none"')
		.option("--no-discovery", "neither look for other gpioscopes on the local network nor be found there")
		.option("--simulate", "use the simulated Pi even if a pigpiod runs on this computer")
		.option("--bench <name>", benchHelp, "default")
		.option("--listen <host>", "address to listen on", "localhost")
		.option("--port <number>", "port of the page, 0 for any", portNumber, DEFAULT_BRIDGE_PORT)
		.option("--allow-origin <origin>", "another site whose pages may use this (repeatable)", origin, [])
		.option("--allow-host <name>", "another host name for this computer (repeatable)", collect, [])
		.option("--allow <list>", `switch on ${optionalAbilities.join(", ")} (comma separated)`, abilities, [])
		.option("--token <text>", "token to use instead of a new one (or GPIOSCOPE_TOKEN)", token)
		.option("--line-socket <path>", "offer rpi-gpiod's line protocol on this Unix socket", path)
		.option("--line-group <name>", "group that may use the line socket")
		.option("--line-target <id>", "target whose pins the line socket offers, for example pi")
		.option("--line-dialect <name>", `how its answers look: ${lineDialectNames.join(" or ")}`, dialect)
		.allowExcessArguments(false)
		.configureOutput({ writeOut: write, writeErr: write })
		.exitOverride();
	try {
		command.parse(args, { from: "user" });
	} catch (error) {
		if (error instanceof CommanderError) throw new UsageError(output.trimEnd(), error.exitCode === 0 ? 0 : 2);
		throw error;
	}
	return command.opts<Flags>();
}

function tokenOf(flags: Flags, env: NodeJS.ProcessEnv): { token?: string } {
	if (flags.token !== undefined) return { token: flags.token };
	const fromEnvironment = env["GPIOSCOPE_TOKEN"];
	if (!fromEnvironment) return {};
	try {
		return { token: token(fromEnvironment) };
	} catch (error) {
		throw new UsageError(`GPIOSCOPE_TOKEN: ${error instanceof Error ? error.message : error}`, 2);
	}
}

function linesOf({ lineSocket: socket, lineGroup, lineTarget, lineDialect }: Flags): {
	lines?: LineServerConfig;
} {
	if (socket === undefined) {
		const option = [
			lineGroup && "--line-group",
			lineTarget && "--line-target",
			lineDialect && "--line-dialect",
		];
		const alone = option.find(Boolean);
		if (alone !== undefined) throw new UsageError(`${alone} needs --line-socket PATH.`, 2);
		return {};
	}
	return {
		lines: {
			socket,
			...(lineGroup === undefined ? {} : { group: lineGroup }),
			...(lineTarget === undefined ? {} : { target: lineTarget }),
			dialect: lineDialect ?? "gpiod",
		},
	};
}

function targetsFileOf({ targets }: Flags, env: NodeJS.ProcessEnv): { targetsFile?: string } {
	if (targets === "none") return {};
	return { targetsFile: targets === undefined ? defaultTargetsFile(env) : resolve(targets) };
}

function piOption(text: string, previous: readonly NamedDestination[]): NamedDestination[] {
	const read = readPiOption(text);
	if ("problem" in read) throw new InvalidArgumentError(`${read.problem}.`);
	return [...previous, read];
}

function portNumber(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65_535) return port;
	throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}

function token(text: string): string {
	if (text.length >= SHORTEST_TOKEN && /^[\w.~-]+$/.test(text)) return text;
	throw new InvalidArgumentError(`A token has at least ${SHORTEST_TOKEN} letters, digits, - or _.`);
}

function origin(text: string, previous: readonly string[]): string[] {
	const site = URL.canParse(text) ? new URL(text).origin : "null";
	if (site === "null")
		throw new InvalidArgumentError("Give scheme://host[:port], for example http://localhost:5173.");
	return [...previous, site];
}

function collect(text: string, previous: readonly string[]): string[] {
	return [...previous, text];
}

function path(text: string): string {
	if (text !== "") return resolve(text);
	throw new InvalidArgumentError("Give a path, for example /run/gpioscope/lines.");
}

function dialect(text: string): LineDialectName {
	const found = lineDialectNames.find((name) => name === text);
	if (found !== undefined) return found;
	throw new InvalidArgumentError(`Choose from ${lineDialectNames.join(", ")}.`);
}

function abilities(text: string): Ability[] {
	return text.split(",").map((word) => {
		const ability = optionalAbilities.find((each) => each === word.trim());
		if (ability === undefined) throw new InvalidArgumentError(`Choose from ${optionalAbilities.join(", ")}.`);
		return ability;
	});
}
