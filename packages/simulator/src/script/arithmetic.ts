import type { ScriptOperation } from "@gpioscope/protocol";

/** Accumulator and operand to the new accumulator, which the flags follow. */
export const calculations: Partial<Record<ScriptOperation, (a: number, value: number) => number>> = {
	ADD: (a, value) => a + value,
	SUB: (a, value) => a - value,
	MLT: (a, value) => Math.imul(a, value),
	// A real Pi's divider gives 0 for a division by 0.
	DIV: (a, value) => (value === 0 ? 0 : Math.trunc(a / value)),
	MOD: (a, value) => (value === 0 ? a : a % value),
	AND: (a, value) => a & value,
	OR: (a, value) => a | value,
	XOR: (a, value) => a ^ value,
	RLA: (a, value) => a << value,
	RRA: (a, value) => a >> value,
	INRA: (a) => a + 1,
	DCRA: (a) => a - 1,
};

/** Whether a jump is taken, by the flags. */
export const conditions: Partial<Record<ScriptOperation, (flags: number) => boolean>> = {
	JMP: () => true,
	JM: (flags) => flags < 0,
	JP: (flags) => flags >= 0,
	JZ: (flags) => flags === 0,
	JNZ: (flags) => flags !== 0,
};

/** Register to register; the flags follow. */
export const shifts: Partial<Record<ScriptOperation, (held: number, value: number) => number>> = {
	INR: (held) => held + 1,
	DCR: (held) => held - 1,
	RL: (held, value) => held << value,
	RR: (held, value) => held >> value,
};
