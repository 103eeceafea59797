import { commandByMnemonic } from "../commands/registry.ts";
import { parseOperands, type StepOperands, unreadOperands } from "./parseOperands.ts";
import { type Operand, ScriptText, type TextSpan } from "./ScriptText.ts";
import {
	isScriptOperation,
	type ScriptOperation,
	scriptCommandForms,
	scriptOperations,
} from "./scriptForms.ts";

/** One step of a script: a daemon command, or an operation of the script machine. */
export interface ScriptStep extends StepOperands {
	/** The command's number on the wire; undefined for a machine operation. */
	readonly code: number | undefined;
	/** The operation, where `code` is undefined. */
	readonly operation: ScriptOperation | undefined;
	/** Where its name stands. */
	readonly name: TextSpan;
}

/** What can be wrong with a script. pigpiod has an error of its own for each. */
export type ScriptFault = "badCommand" | "duplicateTag" | "tooManyTags" | "unresolvedTag";

/** Something that is wrong with a script. */
export interface ScriptProblem extends TextSpan {
	readonly fault: ScriptFault;
	/** One sentence. */
	readonly message: string;
}

/** A script as it was read. */
export interface ParsedScript {
	/** With jumps resolved: a jump's first parameter is the index of a step. Meaningful only without problems. */
	readonly steps: readonly ScriptStep[];
	/** Each tag that can be jumped to, with the index of the step behind it. */
	readonly tags: ReadonlyMap<number, number>;
	/** pigpiod tells the first of them; the others are told to help. */
	readonly problems: readonly ScriptProblem[];
}

/** Most tags that a script can have. */
export const SCRIPT_TAGS = 50;
const jumps: ReadonlySet<string> = new Set(["JMP", "CALL", "JZ", "JNZ", "JM", "JP"]);
/** What the daemon performs where a script has no step: cleared memory, which is MODES 0 0. */
const cleared: ScriptStep = { ...unreadOperands, code: 0, operation: undefined, name: { from: 0, to: 0 } };

/** Says whether a script's operation goes to a tag. */
export function isJump(operation: ScriptOperation | undefined): boolean {
	return operation !== undefined && jumps.has(operation);
}

/** The tags of a script and the steps they stand before. */
class Tags {
	/** By number of 32 bits: what the daemon keeps of it. */
	readonly steps = new Map<number, number>();
	#count = 0;

	/** Notes a tag. @returns what is wrong with it */
	add({ value, isWide }: Operand, step: number): "duplicateTag" | "tooManyTags" | undefined {
		if (this.#count >= SCRIPT_TAGS) return "tooManyTags";
		this.#count++;
		const isKnown = this.steps.has(value);
		if (!isKnown) this.steps.set(value, step);
		return isKnown && !isWide ? "duplicateTag" : undefined;
	}

	/** The step to jump to: numbers of more than 32 bits are never found. */
	find({ value, isWide }: Operand): number | undefined {
		return isWide ? undefined : this.steps.get(value);
	}
}

/** Reads a script as pigpiod does. What it would refuse it is told with its place. */
export function parseScript(source: string): ParsedScript {
	const text = new ScriptText(source);
	const steps: ScriptStep[] = [];
	const tags = new Tags();
	const problems: ScriptProblem[] = [];
	while (!text.isAtEnd) {
		const step = parseStep(text);
		if ("message" in step) {
			problems.push(step);
			recover(text, step);
		} else if (step.operation !== "TAG") steps.push(step);
		else {
			const fault = tags.add(step.p1, steps.length);
			if (fault !== undefined) problems.push(tagProblem(fault, step));
		}
	}
	const performed: ScriptStep[] = [];
	for (const step of steps) {
		const resolved = isJump(step.operation) ? resolve(step, tags) : step;
		if ("message" in resolved) problems.push(resolved);
		else performed.push(resolved);
	}
	return { steps: performed.length === 0 ? [cleared] : performed, tags: tags.steps, problems };
}

function parseStep(text: ScriptText): ScriptStep | ScriptProblem {
	const word = text.name();
	if (word === undefined) {
		const end = text.nextWord;
		text.skipRest();
		return { fault: "badCommand", ...end, message: "A script must not consist of blanks." };
	}
	const name = text.last;
	const upper = word.toUpperCase();
	const operation = isScriptOperation(upper) ? upper : undefined;
	const command = operation === undefined ? commandByMnemonic(upper) : undefined;
	const form = operation === undefined ? scriptCommandForms.get(upper) : scriptOperations[operation].form;
	if (form === undefined) {
		const message =
			command === undefined ? `${word} is not a command of scripts.` : `${upper} must not stand in a script.`;
		return { fault: "badCommand", ...name, message };
	}
	const labels = command === undefined ? [] : Object.keys(command.spec.params);
	const operands = parseOperands(text, form, labels);
	if ("message" in operands) {
		return { fault: "badCommand", ...operands, message: `${upper}: ${operands.message}.` };
	}
	return { ...operands, code: command?.spec.code, operation, name };
}

function tagProblem(fault: "duplicateTag" | "tooManyTags", { name, p1, to }: ScriptStep): ScriptProblem {
	const message =
		fault === "duplicateTag"
			? `Tag ${p1.value} is there already.`
			: `This is more than ${SCRIPT_TAGS} tags, which is the most.`;
	return { fault, from: name.from, to, message };
}

function resolve(step: ScriptStep, tags: Tags): ScriptStep | ScriptProblem {
	const target = tags.find(step.p1);
	if (target !== undefined) return { ...step, p1: { kind: "number", value: target, isWide: false } };
	const message = `There is no tag ${step.p1.value} to go to.`;
	return { fault: "unresolvedTag", from: step.name.from, to: step.to, message };
}

/** Goes on behind a problem with the next line, or the next name of a command on the same one. */
function recover(text: ScriptText, { to }: TextSpan): void {
	text.skipTo(to);
	let end = to;
	while (!text.isAtEnd) {
		const word = text.nextWord;
		const name = text.textOf(word).toUpperCase();
		const isOnNextLine = text.textOf({ from: end, to: word.from }).includes("\n");
		if (isOnNextLine || isScriptOperation(name) || scriptCommandForms.has(name)) return;
		end = word.to;
		text.skipTo(end);
	}
}
