import { type Args, type CommandName, commandByCode, parseScript } from "@gpioscope/protocol";
import { affectedGpios } from "./affectedGpios.ts";

/**
 * GPIOs that a script changes, as far as its text and its parameters say: one that it works out in a variable is not
 * known.
 */
export function gpiosOfScript(text: string, params: readonly number[]): number[] {
	const found = parseScript(text).steps.flatMap(({ code, p1, p2 }) => {
		const command = code === undefined ? undefined : commandByCode(code);
		if (command === undefined) return [];
		const words = { p1, p2 };
		const known = Object.entries(command.spec.params).flatMap(([param, { at }]) => {
			if (at !== "p1" && at !== "p2") return [];
			const { kind, value } = words[at];
			const word = kind === "number" ? value : kind === "parameter" ? params[value] : undefined;
			return word === undefined ? [] : [[param, word] as const];
		});
		return affectedGpios(command.name, Object.fromEntries(known) as Args<CommandName>);
	});
	return [...new Set(found)].sort((a, b) => a - b);
}
