import {
	type Args,
	type CommandName,
	checkArgs,
	commands,
	isCommandName,
	type Role,
} from "@gpioscope/protocol";
import { Refusal } from "./Refusal.ts";

/** Commands that are off unless the bridge is started with --allow. */
export const optionalAbilities = ["shell", "files", "custom"] as const;
export type Ability = (typeof optionalAbilities)[number];

/** A command with arguments that are in order. */
export interface CheckedCall<N extends CommandName = CommandName> {
	readonly name: N;
	readonly args: Args<N>;
}

/**
 * Lets a call through or refuses it: name, role, access class, arguments.
 * @throws Refusal
 */
export function checkCall(
	command: string,
	args: unknown,
	role: Role,
	allowed: ReadonlySet<Ability>,
): CheckedCall {
	if (!isCommandName(command)) throw new Refusal("unknownCommand", `There is no command "${command}".`);
	if (role === "viewer" && commands[command].access !== "observe") {
		throw new Refusal("notPermitted", "Your role can only watch.", "Ask for another token.");
	}
	const missing = missingAbility(command, args, allowed);
	if (missing !== undefined) throw disabled(command, missing);
	if (command === "openNotification") {
		throw new Refusal(
			"commandDisabled",
			"Reports would mix with the answers of this connection.",
			"Use subscribe.",
		);
	}
	const problem = checkArgs(command, args);
	if (problem !== undefined) throw new Refusal("invalidArgument", `${capital(problem)}.`);
	return { name: command, args: args as Args<CommandName> };
}

function missingAbility(
	command: CommandName,
	args: unknown,
	allowed: ReadonlySet<Ability>,
): Ability | undefined {
	const needed = abilityFor(command, args);
	return needed !== undefined && !allowed.has(needed) ? needed : undefined;
}

function abilityFor(command: CommandName, args: unknown): Ability | undefined {
	if (command === "storeScript") return runsPrograms(args) ? "shell" : undefined;
	const { access } = commands[command];
	if (access === "file") return "files";
	if (access === "system") return command === "runShell" ? "shell" : "custom";
	return undefined;
}

/** SYS in a script starts a program on the Pi, as SHELL does. */
function runsPrograms(args: unknown): boolean {
	const text = typeof args === "object" && args !== null && "text" in args ? args.text : undefined;
	return typeof text === "string" && /(^|\s)sys(\s|$)/i.test(text);
}

function disabled(command: CommandName, ability: Ability): Refusal {
	return new Refusal(
		"commandDisabled",
		`${commands[command].mnemonic} is off: it reaches beyond the GPIOs.`,
		`Start gpioscope with --allow ${ability} if you want it.`,
	);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
