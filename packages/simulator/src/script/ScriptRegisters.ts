import {
	type Operand,
	SCRIPT_PARAMS,
	SCRIPT_VARIABLES,
	type ScriptOperation,
	type ScriptStep,
} from "@gpioscope/protocol";
import { BUFFER_BYTES } from "../handlers/Request.ts";
import { calculations, shifts } from "./arithmetic.ts";

const STACK_LIMIT = 256;

/** What a script's machine keeps, and the operations that touch nothing else. */
export class ScriptRegisters {
	/** The last value that set the flags. */
	flags = 0;
	/** There were too many values on the stack, or too few: the run is over. */
	isStackBroken = false;
	/** Parameters, then variables; neither is cleared by a new run. */
	readonly memory = new Int32Array(SCRIPT_PARAMS + SCRIPT_VARIABLES);
	/** Bytes of LDAB and STAB, where extensions of commands are put together too. */
	readonly buffer = new Uint8Array(BUFFER_BYTES);
	readonly #stack: number[] = [];
	#accumulator = 0;

	get accumulator(): number {
		return this.#accumulator;
	}

	/** What a new run begins with. */
	reset(): void {
		this.set(0);
		this.#stack.length = 0;
		this.isStackBroken = false;
	}

	/** Puts a value into the accumulator; the flags follow. */
	set(value: number): void {
		this.#accumulator = value | 0;
		this.flags = this.#accumulator;
	}

	/** What an operand stands for now. */
	valueOf(operand: Operand): number {
		return operand.kind === "number" ? operand.value : (this.memory[addressOf(operand)] ?? 0);
	}

	push(value: number): void {
		if (this.#stack.length < STACK_LIMIT) this.#stack.push(value);
		else this.isStackBroken = true;
	}

	/** @returns 0 when nothing is there, as the daemon does before it ends the run */
	pop(): number {
		const value = this.#stack.pop();
		if (value === undefined) this.isStackBroken = true;
		return value ?? 0;
	}

	/** Calculates with the accumulator. @returns whether the operation is one that does */
	calculate(operation: ScriptOperation, value: number): boolean {
		const calculate = calculations[operation];
		if (calculate === undefined) return false;
		this.set(calculate(this.#accumulator, value));
		return true;
	}

	/** Moves a value between accumulator, registers, stack and buffer, or changes a register. */
	move(operation: ScriptOperation, { p1, p2 }: ScriptStep): void {
		const { memory, buffer } = this;
		const value = this.valueOf(p1);
		const at = addressOf(p1);
		const held = memory[at] ?? 0;
		const isInBuffer = value >= 0 && value < BUFFER_BYTES;
		switch (operation) {
			case "LD":
				memory[at] = this.valueOf(p2);
				break;
			case "LDA":
				this.#accumulator = value;
				break;
			case "STA":
				memory[at] = this.#accumulator;
				break;
			case "X": {
				const other = addressOf(p2);
				memory[at] = memory[other] ?? 0;
				memory[other] = held;
				break;
			}
			case "XA":
				memory[at] = this.#accumulator;
				this.#accumulator = held;
				break;
			case "PUSH":
				this.push(held);
				break;
			case "PUSHA":
				this.push(this.#accumulator);
				break;
			case "POP":
				memory[at] = this.pop();
				break;
			case "POPA":
				this.#accumulator = this.pop();
				break;
			case "LDAB":
				if (isInBuffer) this.#accumulator = buffer[value] ?? 0;
				break;
			case "STAB":
				if (isInBuffer) buffer[value] = this.#accumulator;
				break;
			default:
				memory[at] = shifts[operation]?.(held, this.valueOf(p2)) ?? held;
				this.flags = memory[at] ?? 0;
		}
	}
}

/** Where a register lies; plain numbers are variables. */
function addressOf({ kind, value }: Operand): number {
	return kind === "parameter" ? value : SCRIPT_PARAMS + value;
}
