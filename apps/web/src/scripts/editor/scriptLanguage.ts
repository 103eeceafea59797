import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { scriptWordOf } from "@gpioscope/protocol";
import { tags } from "@lezer/highlight";

const numeral = /^[+-]?(?:0x[0-9a-f]+|\d+)/i;
const register = /^[pv]\d+/;
const name = /^[^\s#]+/;

/** Words, registers, numbers and comments of scripts. */
const language = StreamLanguage.define<null>({
	name: "pigpio script",
	languageData: { commentTokens: { line: "#" } },
	token(stream) {
		if (stream.eatSpace()) return null;
		if (stream.peek() === "#") {
			stream.skipToEnd();
			return "comment";
		}
		if (stream.match(register) !== null) return "variableName";
		if (stream.match(numeral) !== null) return "number";
		stream.match(name);
		const word = scriptWordOf(stream.current());
		if (word === undefined) return "string";
		return word.kind === "operation" ? "keyword" : "function";
	},
	tokenTable: { function: tags.function(tags.variableName) },
});

const colours = HighlightStyle.define([
	{ tag: tags.comment, color: "var(--t2)" },
	{ tag: tags.keyword, color: "var(--acc)" },
	{ tag: tags.function(tags.variableName), color: "var(--blue)" },
	{ tag: tags.variableName, color: "var(--mark)" },
	{ tag: tags.number, color: "var(--t1)" },
	{ tag: tags.string, color: "var(--t2)" },
]);

/** Colours of a script's text. */
export const scriptLanguage = [language, syntaxHighlighting(colours)];
