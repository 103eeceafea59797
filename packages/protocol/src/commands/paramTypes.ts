/** What a handle stands for; the daemon keeps it until it is closed, however long its client is gone. */
export type HandleKind = "notification" | "script" | "wave" | "i2c" | "spi" | "serial" | "file";

/** A port that the daemon makes of GPIOs; it is named by one of them and outlives its client as handles do. */
export type PortKind = "bitBangI2c" | "bitBangSpi" | "bitBangSerial";

/** How a 32-bit parameter is meant, which decides how it is shown, entered and permitted. */
export type WordKind = "gpio" | "userGpio" | "gpioMask" | "choice" | "handle" | "flags" | "number";

/** The type of one 32-bit parameter. */
export interface WordType {
	readonly kind: WordKind;
	readonly text: string;
	readonly min: number;
	readonly max: number;
	readonly unit?: string;
	/** Names of the values, in the order of a menu. */
	readonly choices?: Readonly<Record<string, number>>;
	/** `pigs` writes the value as the letter at this index. */
	readonly letters?: string;
	readonly handle?: HandleKind;
	/** The lowest bit of a GPIO mask stands for this GPIO. */
	readonly firstGpio?: number;
	/** Values outside min to max which are allowed too, for example 0 for off. */
	readonly also?: readonly number[];
	/** What a value must be, in words: "a whole number from 0 to 53". */
	readonly expects: string;
	/** Says whether a number may be sent. */
	accepts(value: number): boolean;
}

type Details = Partial<Pick<WordType, "unit" | "choices" | "letters" | "handle" | "firstGpio" | "also">> & {
	readonly expects?: string;
	readonly accepts?: (value: number) => boolean;
};

function word(kind: WordKind, text: string, min: number, max: number, details: Details = {}): WordType {
	const { also } = details;
	const inRange = (value: number) =>
		Number.isInteger(value) && ((value >= min && value <= max) || also?.includes(value) === true);
	return { kind, text, min, max, expects: describeRange(min, max, details), accepts: inRange, ...details };
}

function describeRange(min: number, max: number, { unit, also, choices }: Details): string {
	const inUnit = unit === undefined ? "" : ` ${unit}`;
	if (choices !== undefined) {
		const entries = Object.entries(choices);
		const values = entries.map(([name, value]) => (name === `${value}` ? name : `${value} (${name})`));
		return `one of ${values.join(", ")}${inUnit}`;
	}
	const range = min === max ? `${min}` : `from ${min} to ${max}`;
	const alternative = also === undefined ? "" : `${also.join(" or ")} or `;
	return `${alternative}a whole number ${range}${inUnit}`;
}

const U32 = 0xffff_ffff;
const I32 = 0x7fff_ffff;

function choice(
	text: string,
	choices: Readonly<Record<string, number>>,
	more: Pick<Details, "letters" | "unit"> = {},
): WordType {
	const values = Object.values(choices);
	const details = { choices, accepts: (value: number) => values.includes(value), ...more };
	return word("choice", text, Math.min(...values), Math.max(...values), details);
}

/** Any GPIO of the chip, by its Broadcom number. */
export const gpio = word("gpio", "GPIO by Broadcom number", 0, 53);
/** A GPIO of the first bank, which is all that is sampled, pulsed and filtered. */
export const userGpio = word("userGpio", "GPIO of bank 1 by Broadcom number", 0, 31);

const CLOCK_PASSWORD = 0x5a;
/** A GPIO with a hardware clock; clock 1 needs 0x5A in the top byte. */
export const clockGpio = word("gpio", "GPIO with a hardware clock (plus 0x5A000000 for clock 1)", 0, 53, {
	expects: "a GPIO from 0 to 53, with 0x5A000000 added for clock 1",
	accepts: (value) =>
		Number.isInteger(value) &&
		((value >= 0 && value <= 53) || (value >>> 24 === CLOCK_PASSWORD && (value & 0xff_ffff) <= 53)),
});

/** Low or high. */
export const level = choice("Level", { low: 0, high: 1 });
/** Function of a GPIO by pigpio's numbers. */
export const mode = choice(
	"Mode",
	{ input: 0, output: 1, alt0: 4, alt1: 5, alt2: 6, alt3: 7, alt4: 3, alt5: 2 },
	{ letters: "RW540123" },
);
/** Internal resistor of a GPIO. */
export const pull = choice("Pull", { off: 0, down: 1, up: 2 }, { letters: "ODU" });

/** GPIO 0 to 31, one bit each. */
export const bank1Mask = word("gpioMask", "GPIO 0 to 31, one bit each", 0, U32, { firstGpio: 0 });
/** GPIO 32 to 53, one bit each from bit 0. */
export const bank2Mask = word("gpioMask", "GPIO 32 to 53, one bit each", 0, U32, { firstGpio: 32 });
/** Events 0 to 31, one bit each. */
export const eventMask = word("flags", "Events 0 to 31, one bit each", 0, U32);
/** A bare number of 32 bits. */
export const anyWord = word("number", "Any 32-bit number", 0, U32);

export const dutyCycle = word("number", "Duty cycle, 0 to the range of the GPIO", 0, 40_000);
export const dutyRange = word("number", "Steps from off to fully on", 25, 40_000);
export const pwmFrequency = word("number", "Wanted frequency; the nearest possible is set", 0, U32, {
	unit: "Hz",
});
export const pulseWidth = word("number", "Servo pulse width, 0 is off", 500, 2500, { unit: "µs", also: [0] });
export const clockFrequency = word("number", "Clock frequency, 0 is off", 4689, 375_000_000, {
	unit: "Hz",
	also: [0],
});
export const hardwarePwmFrequency = word("number", "PWM frequency, 0 is off", 0, 187_500_000, { unit: "Hz" });
export const hardwareDutyCycle = word("number", "Duty cycle in millionths", 0, 1_000_000);

export const triggerLength = word("number", "Pulse length", 1, 100, { unit: "µs" });
export const watchdogTimeout = word("number", "Time without a change, 0 is off", 0, 60_000, { unit: "ms" });
export const steady = word("number", "Time a level must be stable", 0, 300_000, { unit: "µs" });
export const active = word("number", "Time changes are reported for", 0, 1_000_000, { unit: "µs" });
export const microsDelay = word("number", "Delay", 0, 1_000_000, { unit: "µs" });
export const millisDelay = word("number", "Delay", 0, 60_000, { unit: "ms" });

export const pad = choice("Pad", { "GPIO 0-27": 0, "GPIO 28-45": 1, "GPIO 46-53": 2 });
export const padStrength = word("number", "Drive strength; odd values are rounded up", 1, 16, { unit: "mA" });
export const eventNumber = word("number", "Event", 0, 31);

export const waveMode = choice("How the wave is sent", {
	once: 0,
	repeat: 1,
	"once synced": 2,
	"repeat synced": 3,
});
export const waveQuery = choice("Which value", { current: 0, highest: 1, maximum: 2 });
export const percent = word("number", "Share of the wave resources", 0, 100, { unit: "%" });

export const waveBaud = word("number", "Bit rate", 50, 1_000_000, { unit: "baud" });
export const serialReadBaud = word("number", "Bit rate", 50, 250_000, { unit: "baud" });
export const dataBits = word("number", "Data bits of a character", 1, 32, { unit: "bits" });
export const halfStopBits = word("number", "Stop bits in halves: 2 is one stop bit", 2, 8);
export const waveOffset = word("number", "Start of the first character", 0, 1_800_000_000, { unit: "µs" });
export const invert = choice("Line levels", { normal: 0, inverted: 1 });

export const i2cBus = word("number", "I2C bus", 0, I32);
export const i2cAddress = word("number", "Device address", 0, 127);
export const noFlags = word("flags", "Flags; none are defined", 0, 0);
export const register = word("number", "Device register", 0, 255);
export const byte = word("number", "Byte", 0, 255);
export const bit = choice("Bit", { "0": 0, "1": 1 });
export const word16 = word("number", "16-bit word", 0, 65_535);
export const bitBangI2cBaud = word("number", "Bit rate", 50, 500_000, { unit: "baud" });

export const spiChannel = word("number", "SPI channel (chip select)", 0, 2);
export const spiBaud = word("number", "Bit rate", 32_000, 125_000_000, { unit: "baud" });
export const spiFlags = word("flags", "SPI flags", 0, 0x3f_ffff);
export const bitBangSpiBaud = word("number", "Bit rate", 50, 250_000, { unit: "baud" });

const serialBauds = [
	50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200,
	230_400,
];
export const serialBaud = choice(
	"Bit rate",
	Object.fromEntries(serialBauds.map((baud) => [`${baud}`, baud])),
	{ unit: "baud" },
);

/** Bytes that are read at most; 65535 fit into one answer. */
export const count = word("number", "Bytes to read", 1, 65_535, { unit: "bytes" });
/** Like `count`, where the daemon also takes 0. */
export const countOrNone = word("number", "Bytes to read", 0, 65_535, { unit: "bytes" });
export const blockCount = word("number", "Bytes to read", 1, 32, { unit: "bytes" });
export const bscControl = word("flags", "BSC control word; 0 releases the pins", 0, 0x7f_ffff);

const FILE_ACCESS = 3;
export const fileMode = word("flags", "1 read, 2 write, plus 4 append, 8 create, 16 truncate", 1, 31, {
	expects: "a whole number from 1 to 31 that has 1 (read) or 2 (write) in it",
	accepts: (value) => Number.isInteger(value) && value >= 1 && value <= 31 && (value & FILE_ACCESS) !== 0,
});
export const seekOffset = word("number", "Distance; negative is backwards", -0x8000_0000, I32, {
	unit: "bytes",
});
export const seekFrom = choice("Where the distance counts from", { start: 0, current: 1, end: 2 });

const handleTypes: Readonly<Record<HandleKind, WordType>> = {
	notification: word("handle", "Notification handle", 0, I32, { handle: "notification" }),
	script: word("handle", "Script id", 0, I32, { handle: "script" }),
	wave: word("handle", "Wave id", 0, I32, { handle: "wave" }),
	i2c: word("handle", "I2C handle", 0, I32, { handle: "i2c" }),
	spi: word("handle", "SPI handle", 0, I32, { handle: "spi" }),
	serial: word("handle", "Serial handle", 0, I32, { handle: "serial" }),
	file: word("handle", "File handle", 0, I32, { handle: "file" }),
};

/** A handle that the daemon gave out. */
export function handle(kind: HandleKind): WordType {
	return handleTypes[kind];
}
