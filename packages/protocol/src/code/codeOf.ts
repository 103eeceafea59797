import type { Invocation } from "../commands/holdings.ts";
import { openedBy } from "../commands/holdings.ts";
import { commands } from "../commands/registry.ts";
import { cDialect } from "./cDialect.ts";
import type { CodeLanguage } from "./codeLanguages.ts";
import { languageFacts } from "./codeLanguages.ts";
import { curlDialect } from "./curlDialect.ts";
import type { CodeContext, Dialect } from "./Dialect.ts";
import { pigsDialect } from "./pigsDialect.ts";
import { pythonDialect } from "./pythonDialect.ts";
import { typescriptDialect } from "./typescriptDialect.ts";

const dialects: Readonly<Record<CodeLanguage, Dialect>> = {
	pigs: pigsDialect,
	python: pythonDialect,
	c: cDialect,
	typescript: typescriptDialect,
	curl: curlDialect,
};

/** What code is written for; only what speaks with the bridge (curl) needs to know. */
export interface CodeOptions {
	/** Of the bridge; `http://localhost:8880` when left out. */
	readonly address?: string;
	/** The bridge's target, where there are several. */
	readonly target?: string;
}

/**
 * A command as it is written in a language: one line where the language can say it in one. Where it cannot say it at
 * all, a comment says so. Arguments must be valid (checkArgs).
 */
export function codeOf(call: Invocation, language: CodeLanguage, options: CodeOptions = {}): string {
	const dialect = dialects[language];
	const expression = dialect.expression(call, contextOf(options, new Map()));
	if (expression === undefined) return commentIn(language, missing(call, language));
	return dialect.statement(expression).join("\n");
}

/** A line that is not carried out; a line break in the text would end it. */
export function commentIn(language: CodeLanguage, text: string): string {
	return dialects[language].comment(text.replaceAll(/\s+/g, " "));
}

/** One step of a program: a command that was run, or something to be said. */
export type ProgramStep =
	| {
			readonly call: Invocation;
			/** What it answered, from which handles get their variables. */
			readonly result?: unknown;
			/** How long nothing happened before it, in milliseconds; 0 for at once. */
			readonly pauseMs?: number;
	  }
	| { readonly comment: string };

/**
 * A whole program of commands that were run, in their order. What was opened in it gets a variable, since it will
 * have another number the next time; handles from before keep theirs.
 */
export function codeProgram(
	steps: readonly ProgramStep[],
	language: CodeLanguage,
	options: CodeOptions = {},
): string {
	const dialect = dialects[language];
	const variables = new Map<string, string>();
	const context = contextOf(options, variables);
	const taken = new Set<string>();
	const lines = steps.flatMap((step) => {
		if ("comment" in step) return [commentIn(language, step.comment)];
		const { call, result, pauseMs = 0 } = step;
		const pause = pauseMs > 0 ? [dialect.pause(pauseMs * 1000)] : [];
		const expression = (dialect.inProgram ?? dialect.expression)(call, context);
		if (expression === undefined) return [...pause, commentIn(language, missing(call, language))];
		const opened = commands[call.name].result.handle && openedBy(call.name, call.args, result);
		if (opened === undefined) {
			return [...pause, ...(isTelling(call) ? dialect.printed(expression) : dialect.statement(expression))];
		}
		const variable = freeName(`${opened.kind}${opened.id}`, taken);
		variables.set(`${opened.kind} ${opened.id}`, variable);
		return [...pause, ...dialect.assignment(variable, expression)];
	});
	return dialect.program(
		lines.flatMap((line) => line.split("\n")),
		context,
	);
}

function contextOf({ address, target }: CodeOptions, variables: ReadonlyMap<string, string>): CodeContext {
	return {
		address: address ?? "http://localhost:8880",
		target,
		variableOf: (kind, id) => variables.get(`${kind} ${id}`),
	};
}

/** The daemon gives a number again that was freed; the program's second variable must not be the first. */
function freeName(wanted: string, taken: Set<string>): string {
	let name = wanted;
	for (let again = 2; taken.has(name); again++) name = `${wanted}_${again}`;
	taken.add(name);
	return name;
}

/** Whether the answer is what the command is for. */
function isTelling({ name }: Invocation): boolean {
	const { access, result, closes, closesPort } = commands[name];
	if (result.kind === "status" || closes !== undefined || closesPort !== undefined) return false;
	return result.carriesData || access === "observe" || access === "bus";
}

function missing({ name }: Invocation, language: CodeLanguage): string {
	const { label } = languageFacts[language];
	const { mnemonic } = commands[name];
	return language === "pigs"
		? `pigs cannot name a path with blanks, as this ${mnemonic} does.`
		: `${label} has no function for ${mnemonic}.`;
}
