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

/** What only scripts know: machine operations without a number on the wire that matters. */
export const operations = {
	ADD: "value",
	AND: "value",
	CALL: "tag",
	CMDR: "value",
	CMDW: "value",
	CMP: "value",
	DCR: "register",
	DCRA: "none",
	DIV: "value",
	EVTWT: "value",
	HALT: "none",
	INR: "register",
	INRA: "none",
	JM: "tag",
	JMP: "tag",
	JNZ: "tag",
	JP: "tag",
	JZ: "tag",
	LD: "registerValue",
	LDA: "value",
	LDAB: "value",
	MLT: "value",
	MOD: "value",
	NOP: "none",
	OR: "value",
	POP: "register",
	POPA: "none",
	PUSH: "register",
	PUSHA: "none",
	RET: "none",
	RL: "registerValue",
	RLA: "value",
	RR: "registerValue",
	RRA: "value",
	STA: "register",
	STAB: "value",
	SUB: "value",
	SYS: "word",
	TAG: "tag",
	WAIT: "value",
	X: "registerRegister",
	XA: "register",
	XOR: "value",
} as const satisfies Record<string, ScriptForm>;

/** A machine operation's name. */
export type Operation = keyof typeof operations;

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
export const scriptCommands: ReadonlyMap<string, ScriptForm> = new Map(
	Object.entries(commandsByForm).flatMap(([form, names]) =>
		names.split(" ").map((name) => [name, form as ScriptForm] as const),
	),
);
