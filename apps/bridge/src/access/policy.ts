import {
	type Args,
	type CommandName,
	checkArgs,
	commands,
	isCommandName,
	type Role,
} from "@gpioscope/protocol";
import { Refusal } from "./Refusal.ts";
import { checkScript, scriptAbilities } from "./scriptPolicy.ts";

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
	const missing = abilitiesFor(command, args).find((ability) => !allowed.has(ability));
	if (missing !== undefined) throw disabled(command, missing);
	if (command === "openNotification") {
		throw new Refusal(
			"commandDisabled",
			"Reports would mix with the answers of this connection.",
			"Use subscribe.",
		);
	}
	checkScript(scriptText(command, args));
	const problem = checkArgs(command, args);
	if (problem !== undefined) throw new Refusal("invalidArgument", `${capital(problem)}.`);
	return { name: command, args: args as Args<CommandName> };
}

function abilitiesFor(command: CommandName, args: unknown): Ability[] {
	const { access } = commands[command];
	if (access === "file") return ["files"];
	if (access === "system") return [command === "runShell" ? "shell" : "custom"];
	return scriptAbilities(scriptText(command, args));
}

/** What a script says; "" for everything else. */
function scriptText(command: CommandName, args: unknown): string {
	if (command !== "storeScript" || typeof args !== "object" || args === null || !("text" in args)) return "";
	return typeof args.text === "string" ? args.text : "";
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
