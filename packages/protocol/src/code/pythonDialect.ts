import { encodeText } from "../bytes/text.ts";
import type { Pulse } from "../commands/tailTypes.ts";
import type { CodeContext, Dialect } from "./Dialect.ts";
import { chainLiterals, hex, plainText, quoted, wordLiteral } from "./literals.ts";
import { pausedMicros } from "./pausedMicros.ts";
import { argumentOf, type TemplateValue, templateOf } from "./template.ts";

/** pigpio's Python module: `pi.set_mode(17, pigpio.OUTPUT)`. */
export const pythonDialect: Dialect = {
	expression(call, context) {
		const micros = pausedMicros(call);
		if (micros !== undefined) return { before: [], text: pythonDialect.pause(micros) };
		const parts = templateOf(call, "python");
		if (parts === undefined) return undefined;
		const values = parts.tokens.map((token) => literal(argumentOf(call, token), context));
		return { before: [], text: `pi.${parts.name}(${values.join(", ")})` };
	},
	comment: (text) => `# ${text}`,
	statement: ({ text }) => [text],
	assignment: (variable, { text }) => [`${variable} = ${text}`],
	printed: ({ text }) => [`print(${text})`],
	pause: (micros) => `time.sleep(${micros / 1_000_000})`,
	program(lines) {
		const modules = [...(lines.some((line) => line.startsWith("time.")) ? ["time"] : []), "pigpio"];
		return [
			...modules.map((module) => `import ${module}`),
			"",
			"pi = pigpio.pi()",
			...lines,
			"pi.stop()",
			"",
		].join("\n");
	},
};

function literal(given: TemplateValue, context: CodeContext): string {
	const { kind, value } = given;
	switch (kind) {
		case "number": {
			const { type } = given.slot;
			const variable = type.handle && context.variableOf(type.handle, given.value);
			return (
				variable ?? (given.value < 0 ? hex(given.value >>> 0) : wordLiteral(type, given.value, "python"))
			);
		}
		case "bytes":
			return bytesLiteral(value as Uint8Array);
		case "segments":
			return list(Array.from(value as Uint8Array, String));
		case "waveChain":
			return list(chainLiterals(value as Uint8Array, (id) => context.variableOf("wave", id) ?? String(id)));
		case "words":
			// The module packs unsigned words and refuses negative ones.
			return list((value as readonly number[]).map((word) => (word < 0 ? hex(word >>> 0) : `${word}`)));
		case "pulses":
			return list((value as readonly Pulse[]).map(pulseLiteral));
		case "shell":
		case "word":
		case "path":
		case "text":
			return textLiteral(String(value));
	}
}

/** The module sends a text as Latin-1, and counts its characters; pigpiod takes UTF-8. */
function textLiteral(text: string): string {
	const isAscii = encodeText(text).length === text.length;
	return isAscii ? quoted(text) : `${quoted(text)}.encode().decode("latin-1")`;
}

function bytesLiteral(bytes: Uint8Array): string {
	const text = plainText(bytes);
	return text === undefined ? list(Array.from(bytes, hex)) : `b${quoted(text)}`;
}

function pulseLiteral({ on, off, delay }: Pulse): string {
	return `pigpio.pulse(${hex(on)}, ${hex(off)}, ${delay})`;
}

function list(items: readonly string[]): string {
	return `[${items.join(", ")}]`;
}
