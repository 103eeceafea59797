import type { Slot } from "../commands/defineCommand.ts";
import { commands } from "../commands/registry.ts";
import type { Pulse, ShellCall } from "../commands/tailTypes.ts";
import type { CodeContext, Dialect } from "./Dialect.ts";
import { chainLiterals, hex, plainText, quoted, wordLiteral } from "./literals.ts";

/** gpioscope's own client: `await pi.setMode({ gpio: 17, mode: Mode.OUTPUT });`. It has a method for every command. */
export const typescriptDialect: Dialect = {
	expression({ name, args }, context) {
		const entries = Object.entries(commands[name].params).flatMap(([param, slot]) => {
			const value = (args as Readonly<Record<string, unknown>>)[param];
			return value === undefined ? [] : [property(param, literal(slot, value, context))];
		});
		const text = entries.length === 0 ? "" : `{ ${entries.join(", ")} }`;
		return { before: [], text: `await pi.${name}(${text})` };
	},
	comment: (text) => `// ${text}`,
	statement: ({ text }) => [`${text};`],
	assignment: (variable, { text }) => [`const ${variable} = ${text};`],
	printed: ({ text }) => [`console.log(${text});`],
	pause: (micros) => `await new Promise((done) => setTimeout(done, ${micros / 1000}));`,
	program(lines) {
		const body = lines.join("\n");
		const constants = ["Mode", "Pull", "SeekFrom", "WaveMode"].filter((name) =>
			new RegExp(`[ (]${name}\\.[A-Z]`).test(body),
		);
		return [
			`import { ${["connect", ...constants].join(", ")} } from "@gpioscope/client";`,
			"",
			"const pi = connect();",
			"await pi.connected();",
			...lines,
			"await pi.close();",
			"",
		].join("\n");
	},
};

function property(name: string, value: string): string {
	return name === value ? name : `${name}: ${value}`;
}

function literal(slot: Slot, value: unknown, context: CodeContext): string {
	if (slot.at !== "tail") {
		const word = Number(value);
		const variable = slot.type.handle && context.variableOf(slot.type.handle, word);
		return variable ?? wordLiteral(slot.type, word, "typescript");
	}
	switch (slot.type.kind) {
		case "bytes":
		case "segments":
			return bytesLiteral(value as Uint8Array);
		case "waveChain":
			return bytesOf(
				chainLiterals(value as Uint8Array, (id) => context.variableOf("wave", id) ?? String(id)),
			);
		case "words":
			return list((value as readonly number[]).map(String));
		case "pulses":
			return list(
				(value as readonly Pulse[]).map(
					({ on, off, delay }) => `{ on: ${hex(on)}, off: ${hex(off)}, delay: ${delay} }`,
				),
			);
		case "shell": {
			const { name, text } = value as ShellCall;
			return `{ name: ${quoted(name)}, text: ${quoted(text)} }`;
		}
		case "word":
		case "path":
		case "text":
			return quoted(String(value));
	}
}

function bytesLiteral(bytes: Uint8Array): string {
	const text = plainText(bytes);
	return text === undefined ? bytesOf(Array.from(bytes, hex)) : `new TextEncoder().encode(${quoted(text)})`;
}

function bytesOf(items: readonly string[]): string {
	return `Uint8Array.of(${items.join(", ")})`;
}

function list(items: readonly string[]): string {
	return `[${items.join(", ")}]`;
}
