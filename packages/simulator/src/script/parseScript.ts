import { commandByMnemonic } from "@gpioscope/protocol";
import { type Operand, ScriptText, VARIABLES } from "./ScriptText.ts";
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
const none: Operand = { kind: "number", value: 0, isWide: false };
/** What the daemon performs where a script has no step: cleared memory, which is MODES 0 0. */
const cleared: Instruction = { code: 0, operation: undefined, p1: none, p2: none, p3: undefined, word: "" };
const modeLetters = "RW540123";
const pullLetters = "ODU";

/** The tags of a script and the steps they stand before. */
class Tags {
	/** By number of 32 bits: what the daemon keeps of it. */
	readonly #steps = new Map<number, number>();
	#count = 0;

	/** Notes a tag. @returns what is wrong with it */
	add({ value, isWide }: Operand, step: number): ScriptProblem | undefined {
		if (this.#count >= TAG_LIMIT) return "tooManyTags";
		this.#count++;
		const isKnown = this.#steps.has(value);
		if (!isKnown) this.#steps.set(value, step);
		return isKnown && !isWide ? "duplicateTag" : undefined;
	}

	/** The step to jump to: numbers of more than 32 bits are never found. */
	find({ value, isWide }: Operand): number | undefined {
		return isWide ? undefined : this.#steps.get(value);
	}
}

/** Reads a script. @returns its steps with jumps resolved, at least one, or the first thing that is wrong */
export function parseScript(source: string): Instruction[] | ScriptProblem {
	const text = new ScriptText(source);
	const steps: Instruction[] = [];
	const tags = new Tags();
	let problem: ScriptProblem | undefined;
	while (!text.isAtEnd) {
		const step = parseStep(text);
		if (step === undefined) problem ??= "badCommand";
		else if (step.operation !== "TAG") steps.push(step);
		else problem ??= tags.add(step.p1, steps.length);
	}
	const resolved = steps.map((step) => resolve(step, tags));
	if (resolved.some((step) => step === undefined)) problem ??= "unresolvedTag";
	if (problem !== undefined) return problem;
	return steps.length === 0 ? [cleared] : resolved.filter((step) => step !== undefined);
}

function resolve(step: Instruction, tags: Tags): Instruction | undefined {
	if (step.operation === undefined || !jumps.has(step.operation)) return step;
	const target = tags.find(step.p1);
	return target === undefined ? undefined : { ...step, p1: { kind: "number", value: target, isWide: false } };
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
		return isNatural(gpio) && value >= 0
			? operandsOf(gpio, { kind: "number", value, isWide: false })
			: undefined;
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
	operand !== undefined && !operand.isWide && operand.value >>> 0 < VARIABLES;

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
