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

interface OperationDefinition {
	readonly form: ScriptForm;
	/** One sentence. A is the accumulator, F the flags: the last value that set them. */
	readonly summary: string;
}

const operation = <F extends ScriptForm>(form: F, summary: string) => ({ form, summary });

/** What only scripts know: machine operations without a number on the wire that matters. */
export const scriptOperations = {
	ADD: operation("value", "Adds to A; F follows."),
	AND: operation("value", "A and the value, bit by bit; F follows."),
	CALL: operation("tag", "Goes to a tag; RET comes back behind the call."),
	CMDR: operation("value", "Does nothing for ever: pigpiod never goes on behind it."),
	CMDW: operation("value", "Does nothing for ever: pigpiod never goes on behind it."),
	CMP: operation("value", "Compares A with the value: F is A less the value, A stays."),
	DCR: operation("register", "Takes 1 from a register; F follows."),
	DCRA: operation("none", "Takes 1 from A; F follows."),
	DIV: operation("value", "Divides A, towards zero; F follows. By 0 it can end pigpiod."),
	EVTWT: operation(
		"value",
		"Waits until one of these events comes (one bit each); A and F are those that came.",
	),
	HALT: operation("none", "Ends the script."),
	INR: operation("register", "Adds 1 to a register; F follows."),
	INRA: operation("none", "Adds 1 to A; F follows."),
	JM: operation("tag", "Goes to a tag if F is negative."),
	JMP: operation("tag", "Goes to a tag."),
	JNZ: operation("tag", "Goes to a tag if F is not 0."),
	JP: operation("tag", "Goes to a tag if F is 0 or more."),
	JZ: operation("tag", "Goes to a tag if F is 0."),
	LD: operation("registerValue", "Puts a value into a register; F stays."),
	LDA: operation("value", "Puts a value into A; F stays."),
	LDAB: operation("value", "Puts a byte of the script's own buffer into A, by its index; F stays."),
	MLT: operation("value", "Multiplies A; F follows."),
	MOD: operation("value", "A becomes the remainder of its division; F follows. By 0 it can end pigpiod."),
	NOP: operation("none", "Does nothing for ever: pigpiod never goes on behind it."),
	OR: operation("value", "A or the value, bit by bit; F follows."),
	POP: operation("register", "Takes the top of the stack into a register; F stays."),
	POPA: operation("none", "Takes the top of the stack into A; F stays."),
	PUSH: operation("register", "Puts a register onto the stack, which has room for 256."),
	PUSHA: operation("none", "Puts A onto the stack, which has room for 256."),
	RET: operation("none", "Comes back from a CALL."),
	RL: operation("registerValue", "Shifts a register left by so many bits; F follows."),
	RLA: operation("value", "Shifts A left by so many bits; F follows."),
	RR: operation("registerValue", "Shifts a register right by so many bits, keeping its sign; F follows."),
	RRA: operation("value", "Shifts A right by so many bits, keeping its sign; F follows."),
	STA: operation("register", "Puts A into a register."),
	STAB: operation("value", "Puts A into the script's own buffer as a byte, at an index."),
	SUB: operation("value", "Takes a value from A; F follows."),
	SYS: operation("word", "Runs a program of /opt/pigpio/cgi with A and the levels; A and F are its status."),
	TAG: operation("tag", "Names this place by a number, so that jumps find it. 50 at most."),
	WAIT: operation(
		"value",
		"Waits until one of these GPIOs changes (one bit each); A and F are those that did.",
	),
	X: operation("registerRegister", "Exchanges two registers."),
	XA: operation("register", "Exchanges A and a register."),
	XOR: operation("value", "A and the value, where only one has a bit; F follows."),
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

/** Commands that reach beyond the script and its GPIOs, which is why a bridge may refuse to store a script with them. */
export const scriptReach = {
	/** Starts a program on the Pi, as SHELL does. */
	program: ["SYS"],
	/** Sets pigpiod's internals. */
	internals: ["CSI"],
	/** Would end other sessions' waves, or make the one too many that crashes pigpiod. */
	waves: ["WVCRE", "WVCLR", "WVCAP"],
	/** Could end the bridge's own reports. */
	notifications: ["NC", "NP"],
} as const;

export type ScriptReach = keyof typeof scriptReach;
