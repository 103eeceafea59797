import type { Invocation } from "../commands/holdings.ts";
import { commands } from "../commands/registry.ts";
import { packBytes } from "../messages/jsonBytes.ts";
import type { CodeContext, Dialect } from "./Dialect.ts";
import { shellComment, shellPause, shellProgram, shellWord } from "./shell.ts";

/** The variable of the shell that holds the token; the token itself is never written down. */
export const TOKEN_VARIABLE = "GPIOSCOPE_TOKEN";

/** The bridge over HTTP, with curl in a shell. */
export const curlDialect: Dialect = {
	expression(call, context) {
		const lines = [
			"curl -sS",
			`-H "Authorization: Bearer $${TOKEN_VARIABLE}"`,
			"-H 'Content-Type: application/json'",
			`-d ${body(call, context)}`,
			shellWord(`${context.address}/api/call`),
		];
		return { before: [], text: lines.join(" \\\n  ") };
	},
	inProgram: (call, context) => ({ before: [], text: `call ${body(call, context)}` }),
	comment: shellComment,
	statement: ({ text }) => [text],
	// Two steps: of a pipe the shell sees no more than how its last part ended.
	assignment: (variable, { text }) => [
		`${variable}=$(${text})`,
		`${variable}=$(echo "$${variable}" | tr -cd 0-9)`,
	],
	printed: ({ text }) => [text],
	pause: shellPause,
	program: (lines, { address }) =>
		shellProgram([
			`# The token stands in the address that gpioscope printed: export ${TOKEN_VARIABLE}=...`,
			"call() {",
			"  curl -fsS \\",
			`    -H "Authorization: Bearer $${TOKEN_VARIABLE}" \\`,
			"    -H 'Content-Type: application/json' \\",
			`    -d "$1" ${shellWord(`${address}/api/call`)}`,
			"  echo",
			"}",
			...lines,
		]),
};

/** The JSON of a call between single quotes, with variables of the shell where handles stand. */
function body({ name, args }: Invocation, { target, variableOf }: CodeContext): string {
	const head = JSON.stringify({ ...(target === undefined ? {} : { target }), command: name }).slice(0, -1);
	const given = Object.entries(args as Readonly<Record<string, unknown>>).map(([param, value]) => {
		const slot = commands[name].params[param];
		const handle = slot?.at === "tail" ? undefined : slot?.type.handle;
		const variable = handle === undefined ? undefined : variableOf(handle, Number(value));
		const key = JSON.stringify(param);
		if (variable !== undefined) return `${key}:'$${variable}'`;
		return `${key}:${JSON.stringify(packBytes(value)).replaceAll("'", "'\\''")}`;
	});
	const all = given.length === 0 ? "" : `,"args":{${given.join(",")}}`;
	return `'${head}${all}}'`;
}
