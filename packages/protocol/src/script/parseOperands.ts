import { type Operand, SCRIPT_VARIABLES, type ScriptText, type TextSpan } from "./ScriptText.ts";
import type { ScriptForm } from "./scriptForms.ts";

/** What stands behind the name of a step. */
export interface StepOperands {
	readonly p1: Operand;
	readonly p2: Operand;
	/** A command's extension word. */
	readonly p3: Operand | undefined;
	/** SYS's script. */
	readonly word: string;
	/** Where each parameter stands, in their order. */
	readonly places: readonly TextSpan[];
	/** Where the step ends. */
	readonly to: number;
}

/** A parameter that is missing or wrong. */
export interface OperandProblem extends TextSpan {
	/** What is wrong, without a full stop. */
	readonly message: string;
}

const none: Operand = { kind: "number", value: 0, isWide: false };

/** Those of a step without any. */
export const unreadOperands: StepOperands = {
	p1: none,
	p2: none,
	p3: undefined,
	word: "",
	places: [],
	to: 0,
};

/** The letters of MODES, by mode, and those of PUD, by pull. */
const letters = { mode: "RW540123", pull: "ODU" } as const;

interface Check {
	/** What there has to be. */
	readonly expects: string;
	accepts(operand: Operand): boolean;
}

const any: Check = { expects: "a number, p0 to p9 or v0 to v149", accepts: () => true };
const natural: Check = {
	expects: "a number from 0 up, p0 to p9 or v0 to v149",
	accepts: ({ value }) => value >= 0,
};
const numeral: Check = { expects: "a number", accepts: ({ kind }) => kind === "number" };
const naturalNumeral: Check = {
	expects: "a number from 0 up",
	accepts: ({ kind, value }) => kind === "number" && value >= 0,
};
/** A plain number counts as that variable. */
const register: Check = {
	expects: "p0 to p9 or v0 to v149",
	accepts: ({ value, isWide }) => !isWide && value >>> 0 < SCRIPT_VARIABLES,
};

type LetterForm = "mode" | "pull";

const checksByForm: Readonly<Record<Exclude<ScriptForm, LetterForm | "word">, readonly Check[]>> = {
	none: [],
	value: [any],
	natural: [natural],
	register: [register],
	tag: [numeral],
	naturalNatural: [natural, natural],
	naturalValue: [natural, any],
	registerValue: [register, any],
	registerRegister: [register, register],
	naturalNaturalNatural: [natural, natural, natural],
	seek: [natural, any, naturalNumeral],
};

/**
 * Reads the parameters that a form asks for.
 * @param labels what to call them in a message, where they have names
 */
export function parseOperands(
	text: ScriptText,
	form: ScriptForm,
	labels: readonly string[],
): StepOperands | OperandProblem {
	const end = text.last.to;
	if (form === "word") return parseWord(text);
	if (form === "mode" || form === "pull") return parseLetter(text, form, labels);
	const places: TextSpan[] = [];
	const operands: Operand[] = [];
	for (const [index, check] of checksByForm[form].entries()) {
		const read = readOperand(text, check, labels[index]);
		if ("message" in read) return read;
		operands.push(read);
		places.push(text.last);
	}
	const [p1 = none, p2 = none, p3] = operands;
	return { p1, p2, p3, word: "", places, to: places.at(-1)?.to ?? end };
}

function readOperand(
	text: ScriptText,
	{ expects, accepts }: Check,
	label: string | undefined,
): Operand | OperandProblem {
	const before = text.position;
	const operand = text.operand();
	if (operand !== undefined && accepts(operand)) return operand;
	return text.position > before ? wrong(text, text.last, expects, label) : missing(text, expects, label);
}

function parseLetter(
	text: ScriptText,
	form: LetterForm,
	[label, letterLabel]: readonly string[],
): StepOperands | OperandProblem {
	const p1 = readOperand(text, natural, label);
	if ("message" in p1) return p1;
	const places = [text.last];
	const expects = `one of ${[...letters[form]].join(", ")}`;
	const letter = text.letter();
	if (letter === undefined) return missing(text, expects, letterLabel);
	const value = letters[form].indexOf(letter);
	if (value < 0) return wrong(text, text.last, expects, letterLabel);
	places.push(text.last);
	return {
		p1,
		p2: { kind: "number", value, isWide: false },
		p3: undefined,
		word: "",
		places,
		to: text.last.to,
	};
}

function parseWord(text: ScriptText): StepOperands | OperandProblem {
	const word = text.word();
	if (word === undefined) return missing(text, "the name of a program", undefined);
	return { ...unreadOperands, word, places: [text.last], to: text.last.to };
}

function wrong(text: ScriptText, place: TextSpan, expects: string, label = ""): OperandProblem {
	return { ...place, message: `${subject(label)}there must be ${expects}, not ${text.textOf(place)}` };
}

/** Something else stands there, or the line ends before. */
function missing(text: ScriptText, expects: string, label = ""): OperandProblem {
	const { last, nextWord } = text;
	const isLineOver = text.textOf({ from: last.to, to: nextWord.from }).includes("\n");
	const isTextOver = nextWord.from === nextWord.to;
	if (!isLineOver && !isTextOver) return wrong(text, nextWord, expects, label);
	return { ...last, message: `${subject(label)}there must be ${expects} behind ${text.textOf(last)}` };
}

function subject(label: string): string {
	return label === "" ? "" : `${label}: `;
}
