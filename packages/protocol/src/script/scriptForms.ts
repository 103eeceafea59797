/** The parameters a command takes in a script. */
export type ScriptForm =
	| "none"
	/** One number or register of any value. */
	| "value"
	/** One that is not negative. */
	| "natural"
	| "register"
	/** A number, to jump to. */
	| "tag"
	| "word"
	| "naturalNatural"
	| "naturalValue"
	| "registerValue"
	| "registerRegister"
	/** A GPIO and a letter for its mode or pull. */
	| "mode"
	| "pull"
	| "naturalNaturalNatural"
	| "seek";

/** What the machine's operations are for, in the order to tell of them. */
export const scriptOperationGroups = {
	calculate: "Calculating",
	move: "Moving values",
	jump: "Jumps",
	wait: "Waiting and ending",
} as const;

export type ScriptOperationGroup = keyof typeof scriptOperationGroups;

interface OperationDefinition {
	readonly group: ScriptOperationGroup;
	readonly form: ScriptForm;
	/** One sentence. A is the accumulator, F the flags: the last value that set them. */
	readonly summary: string;
}

const inGroup =
	(group: ScriptOperationGroup) =>
	<F extends ScriptForm>(form: F, summary: string) => ({ group, form, summary });
const calculate = inGroup("calculate");
const move = inGroup("move");
const jump = inGroup("jump");
const wait = inGroup("wait");

/** What only scripts know: machine operations without a number on the wire that matters. */
export const scriptOperations = {
	ADD: calculate("value", "Adds to A; F follows."),
	AND: calculate("value", "A and the value, bit by bit; F follows."),
	CMP: calculate("value", "Compares A with the value: F is A less the value, A stays."),
	DCR: calculate("register", "Takes 1 from a register; F follows."),
	DCRA: calculate("none", "Takes 1 from A; F follows."),
	DIV: calculate("value", "Divides A, towards zero; F follows. By 0 it can end pigpiod."),
	INR: calculate("register", "Adds 1 to a register; F follows."),
	INRA: calculate("none", "Adds 1 to A; F follows."),
	MLT: calculate("value", "Multiplies A; F follows."),
	MOD: calculate("value", "A becomes the remainder of its division; F follows. By 0 it can end pigpiod."),
	OR: calculate("value", "A or the value, bit by bit; F follows."),
	RL: calculate("registerValue", "Shifts a register left by so many bits; F follows."),
	RLA: calculate("value", "Shifts A left by so many bits; F follows."),
	RR: calculate("registerValue", "Shifts a register right by so many bits, keeping its sign; F follows."),
	RRA: calculate("value", "Shifts A right by so many bits, keeping its sign; F follows."),
	SUB: calculate("value", "Takes a value from A; F follows."),
	XOR: calculate("value", "A and the value, where only one has a bit; F follows."),
	LD: move("registerValue", "Puts a value into a register; F stays."),
	LDA: move("value", "Puts a value into A; F stays."),
	LDAB: move("value", "Puts a byte of the script's own buffer into A, by its index; F stays."),
	POP: move("register", "Takes the top of the stack into a register; F stays."),
	POPA: move("none", "Takes the top of the stack into A; F stays."),
	PUSH: move("register", "Puts a register onto the stack, which has room for 256."),
	PUSHA: move("none", "Puts A onto the stack, which has room for 256."),
	STA: move("register", "Puts A into a register."),
	STAB: move("value", "Puts A into the script's own buffer as a byte, at an index."),
	X: move("registerRegister", "Exchanges two registers."),
	XA: move("register", "Exchanges A and a register."),
	CALL: jump("tag", "Goes to a tag; RET comes back behind the call."),
	JM: jump("tag", "Goes to a tag if F is negative."),
	JMP: jump("tag", "Goes to a tag."),
	JNZ: jump("tag", "Goes to a tag if F is not 0."),
	JP: jump("tag", "Goes to a tag if F is 0 or more."),
	JZ: jump("tag", "Goes to a tag if F is 0."),
	RET: jump("none", "Comes back from a CALL."),
	TAG: jump("tag", "Names this place by a number, so that jumps find it. 50 at most."),
	CMDR: wait("value", "Does nothing for ever: pigpiod never goes on behind it."),
	CMDW: wait("value", "Does nothing for ever: pigpiod never goes on behind it."),
	EVTWT: wait("value", "Waits until one of these events comes (one bit each); A and F are those that came."),
	HALT: wait("none", "Ends the script."),
	NOP: wait("none", "Does nothing for ever: pigpiod never goes on behind it."),
	SYS: wait("word", "Runs a program of /opt/pigpio/cgi with A and the levels; A and F are its status."),
	WAIT: wait("value", "Waits until one of these GPIOs changes (one bit each); A and F are those that did."),
} as const satisfies Record<string, OperationDefinition>;

/** A machine operation's name. */
export type ScriptOperation = keyof typeof scriptOperations;

/** Says whether a name, in upper case, is one of a machine operation. */
export function isScriptOperation(name: string): name is ScriptOperation {
	return Object.hasOwn(scriptOperations, name);
}

/** The pigs commands that may stand in a script, by their parameters. */
const commandsByForm: Partial<Record<ScriptForm, string>> = {
	none: "BR1 BR2 CGI HWVER NO PIGPV T TICK WVBSY WVCLR WVCRE WVHLT WVNEW WVTAT",
	value: "BC1 BC2 BS1 BS2 CSI",
	natural:
		"BI2CC BSPIC EVT FC GDC GPW I2CC I2CRS MG MODEG MICS MILS NC NP PADG PFG PRG PRRG R READ SERC SERDA " +
		"SERRB SLRC SPIC WVCAP WVDEL WVSC WVSM WVSP WVTX WVTXR",
	naturalNatural: "FG HC I2CRB I2CRW I2CWQ I2CWS PADS PFS PRS P PWM S SERVO SERWB SLRI W WRITE WDOG WVTXM",
	naturalValue: "EVM NB",
	mode: "M MODES",
	pull: "PUD",
	naturalNaturalNatural: "BI2CO FN HP I2CO I2CPC I2CWB I2CWW SLRO SPIO TRIG",
	seek: "FS",
};

/** The form of every pigs command that may stand in a script, by mnemonic. */
export const scriptCommandForms: ReadonlyMap<string, ScriptForm> = new Map(
	Object.entries(commandsByForm).flatMap(([form, names]) =>
		names.split(" ").map((name) => [name, form as ScriptForm] as const),
	),
);
