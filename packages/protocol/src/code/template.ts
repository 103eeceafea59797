import type { WordSlot } from "../commands/defineCommand.ts";
import type { Invocation } from "../commands/holdings.ts";
import { commands } from "../commands/registry.ts";
import type { TailKind } from "../commands/tailTypes.ts";
import { type CodeTemplates, codeTemplates } from "./codeTemplates.ts";

/** The parts of a template: the function, and what stands between its brackets. */
export interface CallParts {
	readonly name: string;
	readonly tokens: readonly string[];
}

/** How a library calls a command with these arguments; undefined where it has no such function. */
export function templateOf({ name, args }: Invocation, library: "python" | "c"): CallParts | undefined {
	const choice = (codeTemplates[name] as CodeTemplates<typeof name>)[library];
	const template = typeof choice === "function" ? choice(args as never) : choice;
	const match = template === undefined ? null : /^(\w+)\((.*)\)$/.exec(template);
	if (match === null) return undefined;
	const [, callee = "", inner = ""] = match;
	return { name: callee, tokens: inner === "" ? [] : inner.split(", ") };
}

/** A value as a template names it: the parameter's own, or a part of it. */
export type TemplateValue =
	| { readonly kind: "number"; readonly slot: WordSlot; readonly value: number }
	| { readonly kind: TailKind; readonly value: unknown };

/** What a token that names a parameter stands for. @throws Error when the command has no such parameter */
export function argumentOf({ name, args }: Invocation, token: string): TemplateValue {
	const [param = "", part] = token.split(".");
	const slot = commands[name].params[param];
	if (slot === undefined) throw new Error(`${name} has no parameter ${param}.`);
	const given = (args as Readonly<Record<string, unknown>>)[param];
	if (slot.at !== "tail") return { kind: "number", slot, value: Number(given ?? 0) };
	if (part === undefined) return { kind: slot.type.kind, value: given };
	return { kind: "text", value: (given as Readonly<Record<string, unknown>>)[part] };
}

/** How many elements a parameter has. */
export function lengthOf({ args }: Invocation, param: string): number {
	const value = (args as Readonly<Record<string, unknown>>)[param];
	return Array.isArray(value) || value instanceof Uint8Array ? value.length : 0;
}
