import type { Invocation } from "../commands/holdings.ts";
import type { HandleKind } from "../commands/paramTypes.ts";

/** What code is written for. */
export interface CodeContext {
	/** Where the bridge is, for what speaks with it: `http://localhost:8880`. */
	readonly address: string;
	/** Which of its targets is meant, where there are several. */
	readonly target: string | undefined;
	/** The variable that holds a handle; undefined where the number itself is written. */
	variableOf(kind: HandleKind, id: number): string | undefined;
}

/** One call, ready to be written: what is declared before it, and the call itself. */
export interface Expression {
	readonly before: readonly string[];
	readonly text: string;
	/** The variable declared before that holds bytes of the answer. */
	readonly received?: string;
}

/** How calls become a program in one language. All of them are pure texts. */
export interface Dialect {
	/** A call; undefined when the language has nothing for the command. */
	expression(call: Invocation, context: CodeContext): Expression | undefined;
	/** One line that is not carried out. */
	comment(text: string): string;
	/** A call whose answer does not matter. */
	statement(expression: Expression): readonly string[];
	/** A call whose answer is a handle with this name from then on. */
	assignment(variable: string, expression: Expression): readonly string[];
	/** A call in a program whose answer is printed. */
	printed(expression: Expression): readonly string[];
	/** Waiting. */
	pause(micros: number): string;
	/** A whole program around its lines. */
	program(lines: readonly string[], context: CodeContext): string;
	/** An expression inside a program, where that differs from one that stands alone. */
	inProgram?(call: Invocation, context: CodeContext): Expression;
}
