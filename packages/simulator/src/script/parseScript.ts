import { commandByMnemonic } from "@gpioscope/protocol";
import { type Operand, ScriptText } from "./ScriptText.ts";
import { type Operation, operations, type ScriptForm, scriptCommands } from "./scriptCommands.ts";

/** One step of a script: a daemon command, or an operation of the script machine. */
export interface Instruction {
	/** The command's number on the wire; undefined for a machine operation. */
	readonly code: number | undefined;
	/** The operation, where `code` is undefined. */
	readonly operation: Operation | undefined;
	readonly p1: Operand;
	readonly p2: Operand;
	/** A command's extension word. */
	readonly p3: Operand | undefined;
	/** SYS's script. */
	readonly word: string;
}

/** What is wrong with a script. */
export type ScriptProblem = "badCommand" | "duplicateTag" | "tooManyTags" | "unresolvedTag";

const TAG_LIMIT = 50;
const jumps: ReadonlySet<string> = new Set(["JMP", "CALL", "JZ", "JNZ", "JM", "JP"]);
const none: Operand = { kind: "number", value: 0 };
const modeLetters = "RW540123";
const pullLetters = "ODU";

/** Reads a script. @returns its steps with jumps resolved, or the first thing that is wrong */
export function parseScript(source: string): Instruction[] | ScriptProblem {
	const text = new ScriptText(source);
	const steps: Instruction[] = [];
	const tags = new Map<number, number>();
	let problem: ScriptProblem | undefined;
	while (!text.isAtEnd) {
		const step = parseStep(text);
		if (step === undefined) problem ??= "badCommand";
		else if (step.operation !== "TAG") steps.push(step);
		else if (tags.has(step.p1.value)) problem ??= "duplicateTag";
		else if (tags.size >= TAG_LIMIT) problem ??= "tooManyTags";
		else tags.set(step.p1.value, steps.length);
	}
	const resolved = steps.map((step) => resolve(step, tags));
	if (resolved.some((step) => step === undefined)) problem ??= "unresolvedTag";
	return problem ?? resolved.filter((step) => step !== undefined);
}

function resolve(step: Instruction, tags: ReadonlyMap<number, number>): Instruction | undefined {
	if (step.operation === undefined || !jumps.has(step.operation)) return step;
	// Negative tags are never found: the daemon compares them in different widths.
	const target = step.p1.value < 0 ? undefined : tags.get(step.p1.value);
	return target === undefined ? undefined : { ...step, p1: { kind: "number", value: target } };
}

function parseStep(text: ScriptText): Instruction | undefined {
	const name = text.name();
	if (name === undefined) {
		text.skipRest();
		return undefined;
	}
	const upper = name.toUpperCase();
	if (Object.hasOwn(operations, upper)) {
		const operation = upper as Operation;
		const operands = parseForm(text, operations[operation]);
		return operands && { code: undefined, operation, ...operands };
	}
	const form = scriptCommands.get(upper);
	const code = commandByMnemonic(upper)?.spec.code;
	if (form === undefined || code === undefined) return undefined;
	const operands = parseForm(text, form);
	return operands && { code, operation: undefined, ...operands };
}

type Operands = Pick<Instruction, "p1" | "p2" | "p3" | "word">;

const operandsOf = (p1: Operand = none, p2: Operand = none, p3?: Operand, word = ""): Operands => ({
	p1,
	p2,
	p3,
	word,
});

/** Checks and reads the parameters of a form; nothing when one is missing or wrong. */
function parseForm(text: ScriptText, form: ScriptForm): Operands | undefined {
	if (form === "none") return operandsOf();
	if (form === "word") {
		const word = text.word();
		return word === undefined ? undefined : operandsOf(none, none, undefined, word);
	}
	if (form === "mode" || form === "pull") {
		const gpio = text.operand();
		const letter = text.letter();
		const value = (form === "mode" ? modeLetters : pullLetters).indexOf(letter ?? " ");
		return isNatural(gpio) && value >= 0 ? operandsOf(gpio, { kind: "number", value }) : undefined;
	}
	const checks = checksOf(form);
	const values = checks.map(() => text.operand());
	return checks.every((check, index) => check(values[index])) ? operandsOf(...values) : undefined;
}

type Check = (operand: Operand | undefined) => operand is Operand;

const isAny: Check = (operand): operand is Operand => operand !== undefined;
const isNatural: Check = (operand): operand is Operand => operand !== undefined && operand.value >= 0;
const isNumber: Check = (operand): operand is Operand => operand?.kind === "number";
const isNaturalNumber: Check = (operand): operand is Operand => isNumber(operand) && operand.value >= 0;
/** A plain number counts as that variable. */
const isRegister: Check = (operand): operand is Operand =>
	operand !== undefined && operand.value >= 0 && operand.value < 150;

function checksOf(form: ScriptForm): readonly Check[] {
	switch (form) {
		case "value":
			return [isAny];
		case "natural":
			return [isNatural];
		case "register":
			return [isRegister];
		case "tag":
			return [isNumber];
		case "naturalNatural":
			return [isNatural, isNatural];
		case "naturalValue":
			return [isNatural, isAny];
		case "registerValue":
			return [isRegister, isAny];
		case "registerRegister":
			return [isRegister, isRegister];
		case "naturalNaturalNatural":
			return [isNatural, isNatural, isNatural];
		case "seek":
			return [isNatural, isAny, isNaturalNumber];
		default:
			return [];
	}
}
