import { encodeText } from "../bytes/text.ts";
import type { Invocation } from "../commands/holdings.ts";
import type { Pulse } from "../commands/tailTypes.ts";
import type { CodeContext, Dialect } from "./Dialect.ts";
import { chainLiterals, hex, plainText, quoted, wordLiteral } from "./literals.ts";
import { pausedMicros } from "./pausedMicros.ts";
import { argumentOf, lengthOf, type TemplateValue, templateOf } from "./template.ts";

/** pigpio's C library for programs beside the daemon, pigpiod_if2: `set_mode(pi, 17, PI_OUTPUT);`. */
export const cDialect: Dialect = {
	expression(call, context) {
		const micros = pausedMicros(call);
		if (micros !== undefined) return { before: [], text: `time_sleep(${micros / 1_000_000})` };
		const parts = templateOf(call, "c");
		if (parts === undefined) return undefined;
		const written = parts.tokens.map((token) => argument(token, call, context));
		const received = written.find(({ isReceived }) => isReceived)?.text;
		return {
			before: written.flatMap(({ declared }) => (declared === undefined ? [] : [declared])),
			text: `${parts.name}(${["pi", ...written.map(({ text }) => text)].join(", ")})`,
			...(received === undefined ? {} : { received }),
		};
	},
	comment: (text) => `/* ${text.replaceAll("*/", "* /")} */`,
	statement: ({ before, text, received }) => [
		...before,
		received === undefined ? `${text};` : `int result = ${text};`,
	],
	assignment: (variable, { text }) => [`int ${variable} = ${text};`],
	printed(expression) {
		const { before, text, received } = expression;
		if (received === undefined) return [...before, `printf("%d\\n", (int)${text});`];
		// Braces, so that the next one may have variables of the same names.
		return ["{", ...[...before, printedBytes(text, received)].map((line) => `\t${line}`), "}"];
	},
	pause: (micros) => `time_sleep(${micros / 1_000_000});`,
	program(lines) {
		const show = lines.some((line) => line.includes("show(")) ? showFunction : [];
		return [
			"/* cc program.c -lpigpiod_if2 -pthread */",
			"#include <stdio.h>",
			"#include <pigpiod_if2.h>",
			...show,
			"",
			"int main(void)",
			"{",
			"\tint pi = pigpio_start(NULL, NULL);",
			"\tif (pi < 0) return 1;",
			...lines.map((line) => `\t${line}`),
			"\tpigpio_stop(pi);",
			"\treturn 0;",
			"}",
			"",
		].join("\n");
	},
};

const showFunction = [
	"",
	"static void show(const void *data, int count)",
	"{",
	'\tfor (int i = 0; i < count; i++) printf("%02x ", ((const unsigned char *)data)[i]);',
	'\tprintf("(%d)\\n", count);',
	"}",
];

/** Of structures and parameters the answer is no number of bytes. */
function printedBytes(text: string, received: string): string {
	if (received === "params" || received === "&transfer") {
		const what = received === "params" ? "params, sizeof(params)" : "transfer.rxBuf, transfer.rxCnt";
		return `${text}; show(${what});`;
	}
	return `show(${received}, ${text});`;
}

interface Argument {
	readonly text: string;
	readonly declared?: string;
	readonly isReceived?: boolean;
}

const variable = /^([>=])(\w+) (\w+)\[(.+)\]$/;

function argument(token: string, call: Invocation, context: CodeContext): Argument {
	if (/^\d+$/.test(token)) return { text: token };
	if (token.startsWith("#")) return { text: `${lengthOf(call, token.slice(1))}` };
	if (token === "*transfer") return transferArgument(call);
	const [, sign, type = "", name = "", size = ""] = variable.exec(token) ?? [];
	if (sign === undefined) return { text: literal(argumentOf(call, token), context) };
	// An array has at least one element in C.
	const elements = Math.max(1, sizeOf(size, call));
	const filled = sign === "=" ? ` = ${bytesInBraces(bytesOf(call, name))}` : "";
	return { text: name, declared: `${type} ${name}[${elements}]${filled};`, isReceived: true };
}

function sizeOf(size: string, call: Invocation): number {
	if (/^\d+$/.test(size)) return Number(size);
	if (size.startsWith("#")) return lengthOf(call, size.slice(1));
	return Number(wordOf(call, size));
}

function wordOf(call: Invocation, param: string): number {
	return Number((call.args as Readonly<Record<string, unknown>>)[param] ?? 0);
}

function bytesOf(call: Invocation, param: string): Uint8Array {
	return (call.args as Readonly<Record<string, unknown>>)[param] as Uint8Array;
}

function transferArgument(call: Invocation): Argument {
	const data = bytesOf(call, "data");
	const sent = data.length === 0 ? "" : `, .txCnt = ${data.length}, .txBuf = ${bytesInBraces(data)}`;
	const declared = `bsc_xfer_t transfer = {.control = ${hex(wordOf(call, "control"))}${sent}};`;
	return { text: "&transfer", declared, isReceived: true };
}

function bytesInBraces(bytes: Uint8Array): string {
	return `{${Array.from(bytes, hex).join(", ")}}`;
}

function literal(given: TemplateValue, context: CodeContext): string {
	const { kind, value } = given;
	switch (kind) {
		case "number": {
			const { type } = given.slot;
			return (
				(type.handle && context.variableOf(type.handle, given.value)) ?? wordLiteral(type, given.value, "c")
			);
		}
		case "bytes":
		case "segments":
			return bytesLiteral(value as Uint8Array);
		case "waveChain":
			return array(
				"char",
				chainLiterals(value as Uint8Array, (id) => context.variableOf("wave", id) ?? String(id)),
			);
		case "words":
			return array("uint32_t", (value as readonly number[]).map(String));
		case "pulses":
			return array(
				"gpioPulse_t",
				(value as readonly Pulse[]).map(({ on, off, delay }) => `{${hex(on)}, ${hex(off)}, ${delay}}`),
			);
		case "shell":
		case "word":
		case "path":
		case "text":
			return textLiteral(String(value));
	}
}

function bytesLiteral(bytes: Uint8Array): string {
	const text = plainText(bytes);
	return text === undefined ? array("char", Array.from(bytes, hex)) : quoted(text);
}

function array(type: string, items: readonly string[]): string {
	return items.length === 0 ? "NULL" : `(${type}[]){${items.join(", ")}}`;
}

/** C knows fewer escapes than JSON; all that is not ASCII is written as the bytes that it is on the wire. */
function textLiteral(text: string): string {
	const bytes = encodeText(text);
	const plain = plainText(bytes);
	if (plain !== undefined) return quoted(plain);
	const escaped = Array.from(bytes, (byte) =>
		byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
			? String.fromCharCode(byte)
			: `\\${byte.toString(8).padStart(3, "0")}`,
	);
	return `"${escaped.join("")}"`;
}
